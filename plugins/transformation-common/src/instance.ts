import { z } from 'zod';

const jsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof jsonObject>;

/** A revision that a lane runs: what the local runner, or Argo CD, has made of the merged GitOps repository. */
export const deployment = z.object({
  artifactId: z.string(),
  lane: z.string(),
  revision: z.int(),
  /** Commit of the service repository. */
  commit: z.string(),
  /** The build that proposed it; absent where it was not built here. */
  buildId: z.string().optional(),
  /** `terminating`: it is no longer wanted, and still there. */
  status: z.enum(['pending', 'deploying', 'deployed', 'failed', 'terminating']),
  message: z.string().optional(),
  namespace: z.string(),
  taskQueue: z.string(),
  /** Since when it stands so. */
  updatedAt: z.iso.datetime(),
  /** When it was last looked at; what happened since is not known. */
  observedAt: z.iso.datetime(),
});
export type Deployment = z.infer<typeof deployment>;

/** `POST /artifacts/{artifact}/instances` */
export const startInstanceRequest = z.object({
  /** Which process of the drawing; needed only where it has several. */
  processId: z.string().optional(),
  /** Part of the workflow id; a second running instance with the same key is refused. */
  businessKey: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,100}$/,
      'must be 1 to 100 of A-Z, a-z, 0-9, ".", "_" and "-"',
    )
    .optional(),
  variables: jsonObject.default({}),
});
export type StartInstanceRequest = z.input<typeof startInstanceRequest>;

export const instanceStatus = z.enum([
  'running',
  'completed',
  'failed',
  'cancelled',
  'terminated',
  'timed-out',
]);

/** An instance as the list shows it. */
export const instance = z.object({
  /** The workflow id. */
  id: z.string(),
  artifactId: z.string(),
  revision: z.int().optional(),
  workflowType: z.string(),
  status: instanceStatus,
  startedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
});
export type Instance = z.infer<typeof instance>;

/** `GET /artifacts/{artifact}/statistics`: how many instances there are. */
export const instanceStatistics = z.object({
  /** By status; one that no instance has is not named. */
  byStatus: z.partialRecord(instanceStatus, z.int()),
  /** Running instances that wait for an operator. */
  withIncidents: z.int(),
  /** When Temporal was asked: the answer is kept for some seconds. */
  asOf: z.iso.datetime(),
});
export type InstanceStatistics = z.infer<typeof instanceStatistics>;

/** What the workflow answers to the query `state`. */
export const processState = z.object({
  processId: z.string(),
  variables: jsonObject,
  tokens: z.array(
    z.object({
      elementId: z.string(),
      name: z.string().optional(),
      type: z.string(),
      since: z.string(),
    }),
  ),
  userTasks: z.array(
    z.object({
      key: z.string(),
      elementId: z.string(),
      name: z.string(),
      assignee: z.string().optional(),
      candidateGroups: z.array(z.string()).optional(),
      dueDate: z.string().optional(),
      formId: z.string().optional(),
      openedAt: z.string(),
    }),
  ),
  subscriptions: z.array(
    z.object({
      elementId: z.string(),
      messageName: z.string(),
      correlationKey: z.string(),
    }),
  ),
  incidents: z.array(
    z.object({
      key: z.string(),
      elementId: z.string(),
      message: z.string(),
      since: z.string(),
    }),
  ),
  /** Ids of the flow nodes in the order of their entry. */
  path: z.array(z.string()),
  ended: z.string().optional(),
});
export type ProcessState = z.infer<typeof processState>;

/** A job that Temporal is retrying: it has failed and waits for its next attempt. */
export const failingJob = z.object({
  elementId: z.string(),
  attempt: z.int(),
  message: z.string(),
  nextAttemptAt: z.iso.datetime().optional(),
});

/** One instance with where its tokens are. */
export const instanceDetail = instance.extend({
  /** Absent where no worker answers the query; `stateProblem` says so. */
  state: processState.optional(),
  stateProblem: z.string().optional(),
  failingJobs: z.array(failingJob),
  /** Why it failed, where `status` is `failed`. */
  failure: z.string().optional(),
  /** The variables at the end, where `status` is `completed`. */
  result: jsonObject.optional(),
});
export type InstanceDetail = z.infer<typeof instanceDetail>;

/** `POST /instances/{instance}/user-tasks/{key}:complete` */
export const completeUserTaskRequest = z.object({
  variables: jsonObject.default({}),
});

/** `POST /instances/{instance}/messages` */
export const publishMessageRequest = z.object({
  name: z.string().min(1),
  correlationKey: z.string().optional(),
  variables: jsonObject.default({}),
  /** A message is taken once; the same id again does nothing. */
  messageId: z.string().min(1).max(200).optional(),
});
export type PublishMessageRequest = z.input<typeof publishMessageRequest>;

/** `POST /instances/{instance}/incidents/{key}:retry` */
export const retryIncidentRequest = z.object({
  /** Merged into the instance's variables before the retry. */
  variables: jsonObject.optional(),
});
