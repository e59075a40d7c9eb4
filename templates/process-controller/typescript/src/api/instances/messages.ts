import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate, type Timestamp } from '@bufbuild/protobuf/wkt';
import {
  InstanceState,
  type IncidentSchema,
  type InstanceSchema,
} from '../../../gen/ameide/process/v1/instance_pb.js';
import type { UserTaskSchema } from '../../../gen/ameide/process/v1/user_task_pb.js';
import { deployment } from '../../deployment.gen.ts';
import type { JsonObject } from '../../runtime/json.gen.ts';
import type { IncidentState, UserTaskState } from '../../runtime/state.gen.ts';
import { nameOf } from './names.ts';

/** Temporal's numbers for how a workflow is. */
const STATES: Record<number, InstanceState> = {
  1: InstanceState.RUNNING,
  2: InstanceState.COMPLETED,
  3: InstanceState.FAILED,
  4: InstanceState.CANCELLED,
  5: InstanceState.TERMINATED,
  // a new run goes on under the same id
  6: InstanceState.RUNNING,
  7: InstanceState.TERMINATED,
};

/** How Temporal's filter calls the states. */
export const FILTERS: Record<InstanceState, string> = {
  [InstanceState.UNSPECIFIED]: '',
  [InstanceState.RUNNING]: "ExecutionStatus = 'Running'",
  [InstanceState.COMPLETED]: "ExecutionStatus = 'Completed'",
  [InstanceState.FAILED]: "ExecutionStatus = 'Failed'",
  [InstanceState.CANCELLED]: "ExecutionStatus = 'Canceled'",
  [InstanceState.TERMINATED]: "ExecutionStatus IN ('Terminated', 'TimedOut')",
};

/** What is known of an instance without asking it. */
export interface Known {
  workflowId: string;
  type: string;
  /** Temporal's number. */
  status: number;
  startTime?: Date | undefined;
  endTime?: Date | undefined;
}

export const toInstance = (
  known: Known,
): MessageInitShape<typeof InstanceSchema> => ({
  name: nameOf(known.workflowId),
  processId:
    deployment.processes.find(one => one.workflowType === known.type)
      ?.processId ?? known.type,
  state: STATES[known.status] ?? InstanceState.UNSPECIFIED,
  ...(known.startTime && { startTime: timestampFromDate(known.startTime) }),
  ...(known.endTime && { endTime: timestampFromDate(known.endTime) }),
});

export const toUserTask = (
  task: UserTaskState,
  instance: string,
): MessageInitShape<typeof UserTaskSchema> => ({
  instance,
  key: task.key,
  elementId: task.elementId,
  title: task.name,
  assignee: task.assignee ?? '',
  candidateGroups: task.candidateGroups ?? [],
  candidateUsers: task.candidateUsers ?? [],
  dueDate: task.dueDate ?? '',
  priority: task.priority ?? 50,
  formId: task.formId ?? '',
  ...(task.draft && { draft: task.draft }),
  createTime: at(task.openedAt),
});

export const toIncident = (
  incident: IncidentState,
  instance: string,
): MessageInitShape<typeof IncidentSchema> => ({
  instance,
  key: incident.key,
  elementId: incident.elementId,
  message: incident.message,
  skippable: incident.skippable,
  createTime: at(incident.since),
});

/** A time of the process. */
export const at = (iso: string): Timestamp => timestampFromDate(new Date(iso));

/** Variables of a request, which may have none. */
export const variablesOf = (variables: object | undefined): JsonObject =>
  (variables ?? {}) as JsonObject;
