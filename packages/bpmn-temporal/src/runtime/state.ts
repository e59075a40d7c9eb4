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
  dueDate?: string;
  formId?: string;
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
  since: string;
}

/** The Update `completeUserTask`. */
export interface UserTaskCompletion {
  key: string;
  variables?: JsonObject;
  /** Who completed the task; goes to the log and the history. */
  by?: string;
}

/** The Update `resolveIncident`: the element is tried again, with these variables. */
export interface IncidentResolution {
  key: string;
  variables?: JsonObject;
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
