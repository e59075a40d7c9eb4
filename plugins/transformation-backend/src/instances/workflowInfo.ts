import { NotFoundError } from '@backstage/errors';
import {
  WorkflowNotFoundError,
  type Client,
  type WorkflowExecutionDescription,
  type WorkflowExecutionInfo,
} from '@temporalio/client';
import {
  parseArtifactName,
  type Instance,
  type InstanceDetail,
  type JsonObject,
} from '@ameide/plugin-transformation-common';
import type * as factory from '../builds/workflow';
import { ARTIFACT, ofArtifact, REVISION } from '../temporal/searchAttributes';

/** Our statuses as Temporal's list filter calls them. */
export const TEMPORAL_STATUS = {
  running: 'Running',
  completed: 'Completed',
  failed: 'Failed',
  cancelled: 'Canceled',
  terminated: 'Terminated',
  'timed-out': 'TimedOut',
} as const;

const STATUS: Record<string, Instance['status']> = {
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed-out',
};

/** The same for a foreign instance as for none. */
export const notFound = (id: string) =>
  new NotFoundError(`There is no instance ${id}`);

/** What list and description have in common. */
type Info = Omit<WorkflowExecutionInfo, 'raw'>;

/** The workflow of the factory itself, which is no instance of an artifact though it works for one. */
const FACTORY_WORKFLOW = 'buildRevision' satisfies keyof typeof factory;

/** Whether it is a workflow of the factory itself. */
export const isFactoryWorkflow = ({ type }: Info) => type === FACTORY_WORKFLOW;

/** The list filter for the instances of an artifact. */
export const instancesOf = (tenant: string, artifactId: string) =>
  `${ofArtifact(tenant, artifactId)} AND WorkflowType != '${FACTORY_WORKFLOW}'`;

/** What Temporal knows of a workflow. @throws NotFoundError */
export async function describe(
  client: Client,
  id: string,
): Promise<WorkflowExecutionDescription> {
  try {
    return await client.workflow.getHandle(id).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw notFound(id);
    throw error;
  }
}

/** An instance as its workflow's description or list entry tells. */
export function instanceOf(info: Info): Instance {
  const attributes = info.typedSearchAttributes;
  const artifact = parseArtifactName(attributes.get(ARTIFACT) ?? '');
  return {
    id: info.workflowId,
    artifactId: artifact?.artifact ?? '',
    revision: attributes.get(REVISION),
    workflowType: info.type,
    status: STATUS[info.status.name] ?? 'running',
    startedAt: info.startTime.toISOString(),
    closedAt: info.closeTime?.toISOString(),
  };
}

/** How an instance ended: with which variables, or why it failed. */
export async function endOf(
  handle: { result(): Promise<unknown> },
  status: Instance['status'],
): Promise<Pick<InstanceDetail, 'result' | 'failure'>> {
  if (status === 'completed') {
    return { result: (await handle.result()) as JsonObject };
  }
  if (status !== 'failed') return {};
  try {
    await handle.result();
    return {};
  } catch (error) {
    const { cause } = error as Error & { cause?: Error };
    return { failure: (cause ?? (error as Error)).message };
  }
}
