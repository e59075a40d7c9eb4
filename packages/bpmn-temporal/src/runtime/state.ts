import type { JsonObject } from './json';

/** What the query `state` tells about an instance, running or ended. */
export interface ProcessState {
  processId: string;
  variables: JsonObject;
  /** Where the tokens are. */
  tokens: TokenState[];
  userTasks: UserTaskState[];
  subscriptions: SubscriptionState[];
  /** Signals that are waited for. */
  signals: SignalState[];
  incidents: IncidentState[];
  /** Ad-hoc subprocesses that are open, with the activities that can be started there. */
  adHoc: AdHocState[];
  /** Ids of the flow nodes in the order in which they were entered. */
  path: string[];
  /** The end event that was reached last, once the instance has ended. */
  ended?: string;
}

export interface TokenState {
  elementId: string;
  name?: string;
  type: string;
  since: string;
}

export interface UserTaskState {
  key: string;
  elementId: string;
  name: string;
  assignee?: string;
  candidateGroups?: string[];
  candidateUsers?: string[];
  dueDate?: string;
  followUpDate?: string;
  /** 0 to 100, 50 unless the drawing says otherwise (Camunda 8). */
  priority?: number;
  formId?: string;
  /** What was saved and not yet completed. */
  draft?: JsonObject;
  openedAt: string;
}

export interface SubscriptionState {
  elementId: string;
  messageName: string;
  correlationKey: string;
}

export interface SignalState {
  elementId: string;
  signalName: string;
}

export interface AdHocState {
  key: string;
  elementId: string;
  activities: string[];
}

/** The Update `activateActivities` of an ad-hoc subprocess. */
export interface ActivityChoice {
  key: string;
  elementIds: string[];
}

export interface IncidentState {
  key: string;
  elementId: string;
  message: string;
  /** Gateways can only be tried again, or fail. */
  skippable: boolean;
  since: string;
}

/** The Update `completeUserTask`. */
export interface UserTaskCompletion {
  key: string;
  variables?: JsonObject;
  /** Who completed the task; goes to the log and the history. */
  by?: string;
}

/** The Updates `claimUserTask` and `assignUserTask`; `unclaimUserTask` without an assignee. */
export interface UserTaskAssignment {
  key: string;
  assignee?: string;
}

/**
 * The Update `resolveIncident`: the element is tried again, with these variables; or it is skipped, as if these
 * variables were its result; or the instance fails.
 */
export interface IncidentResolution {
  key: string;
  action?: 'retry' | 'skip' | 'fail';
  variables?: JsonObject;
}

/** The Update `setVariables`: into the process, or into the activity that is open under this key. */
export interface VariableChange {
  key?: string;
  variables: JsonObject;
}

/** The Signal `message`. */
export interface Message {
  name: string;
  correlationKey?: string | number;
  variables?: JsonObject;
  /** A message with the id of one that was received already is dropped. */
  messageId?: string;
}

/** The Signal `signal`: a BPMN signal from outside. */
export interface SignalMessage {
  name: string;
  variables?: JsonObject;
}
