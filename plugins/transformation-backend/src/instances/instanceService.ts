import { ConflictError, InputError } from '@backstage/errors';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { v7 as uuidv7 } from 'uuid';
import {
  instanceStatus,
  parseArtifactName,
  startInstanceRequest,
  type Instance,
  type InstanceDetail,
  type JsonObject,
  type ProcessInterface,
  type PublishMessageRequest,
  type StartInstanceRequest,
} from '@ameide/plugin-transformation-common';
import type { Author } from '../artifacts/context';
import type { Deployments } from '../deployments/deployments';
import type { TemporalClient } from '../temporal/connection';
import {
  ARTIFACT,
  searchAttributesOf,
  TENANT,
} from '../temporal/searchAttributes';
import { failingJobsOf, queryState } from './state';
import {
  describe,
  endOf,
  instanceOf,
  instancesOf,
  isFactoryWorkflow,
  notFound,
  TEMPORAL_STATUS,
} from './workflowInfo';

/** What the service asks the rest of the backend. */
export interface InstanceDependencies {
  temporal: TemporalClient;
  deployments: Pick<Deployments, 'list'>;
  /** Sees to it that the worker of a task queue answers. */
  wake(tenant: string, artifactId: string, taskQueue: string): Promise<void>;
  /** What the compiler said of a revision's processes. */
  processes(
    tenant: string,
    artifactId: string,
    revision: number,
  ): Promise<ProcessInterface[]>;
}

/** Instances of one tenant's processes; another tenant's are not there. */
export interface InstanceService {
  start(
    author: Author,
    artifactId: string,
    request: StartInstanceRequest,
  ): Promise<Instance>;
  list(
    tenant: string,
    artifactId: string,
    status?: string,
  ): Promise<Instance[]>;
  get(tenant: string, id: string): Promise<InstanceDetail>;
  completeUserTask(
    author: Author,
    id: string,
    key: string,
    variables: JsonObject,
  ): Promise<InstanceDetail>;
  publish(
    author: Author,
    id: string,
    message: PublishMessageRequest,
  ): Promise<InstanceDetail>;
  retryIncident(
    author: Author,
    id: string,
    key: string,
    variables?: JsonObject,
  ): Promise<InstanceDetail>;
  cancel(author: Author, id: string): Promise<InstanceDetail>;
}

export function createInstanceService(
  deps: InstanceDependencies,
): InstanceService {
  const { temporal } = deps;

  /** The one way to an instance: its tenant is looked at before anything else. */
  const open = async (tenant: string, id: string) => {
    const client = await temporal();
    const description = await describe(client, id);
    const { typedSearchAttributes: attributes } = description;
    if (attributes.get(TENANT) !== tenant || isFactoryWorkflow(description)) {
      throw notFound(id);
    }
    const artifact = parseArtifactName(attributes.get(ARTIFACT) ?? '');
    if (artifact) {
      await deps.wake(tenant, artifact.artifact, description.taskQueue);
    }
    return { client, description, handle: client.workflow.getHandle(id) };
  };

  const get = async (tenant: string, id: string): Promise<InstanceDetail> => {
    const { client, description, handle } = await open(tenant, id);
    const row = instanceOf(description);
    const ended = await endOf(handle, row.status);
    return {
      ...row,
      ...ended,
      failingJobs: failingJobsOf(description),
      ...(await queryState(client, id)),
    };
  };

  const update = async (
    tenant: string,
    id: string,
    name: string,
    argument: object,
  ) => {
    const { handle, description } = await open(tenant, id);
    if (description.status.name !== 'RUNNING') {
      throw new ConflictError(`Instance ${id} has ended already`);
    }
    try {
      await handle.executeUpdate(name, { args: [argument] });
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) {
        throw new ConflictError(`Instance ${id} has ended meanwhile`);
      }
      if (!(error instanceof WorkflowUpdateFailedError)) throw error;
      throw new ConflictError(error.cause?.message ?? error.message);
    }
    return get(tenant, id);
  };

  return {
    get,

    async start({ tenant, userEntityRef }, artifactId, request) {
      const { processId, businessKey, variables } =
        startInstanceRequest.parse(request);
      const client = await temporal();
      const [deployment] = await deps.deployments.list(tenant, artifactId);
      if (!deployment) {
        throw new ConflictError(
          `${artifactId} is not deployed; build it and merge its pull requests`,
        );
      }
      if (deployment.status !== 'deployed') {
        throw new ConflictError(
          `${artifactId} is ${deployment.status}${
            deployment.message ? `: ${deployment.message}` : ''
          }`,
        );
      }
      const { revision, taskQueue } = deployment;
      const processes = await deps.processes(tenant, artifactId, revision);
      const process = processOf(processes, processId);
      await deps.wake(tenant, artifactId, taskQueue);
      const workflowId = `${tenant}:${artifactId}:${businessKey ?? uuidv7()}`;
      try {
        await client.workflow.start(process.workflowType, {
          taskQueue,
          workflowId,
          args: [variables],
          typedSearchAttributes: searchAttributesOf(
            tenant,
            artifactId,
            revision,
          ),
          memo: { startedBy: userEntityRef },
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
          workflowIdConflictPolicy: 'FAIL',
          staticSummary: process.name,
        });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError))
          throw error;
        throw new ConflictError(
          `businessKey: an instance with the key ${businessKey} is running already`,
        );
      }
      return instanceOf(await describe(client, workflowId));
    },

    async list(tenant, artifactId, status) {
      const client = await temporal();
      const parsed = status ? instanceStatus.safeParse(status) : undefined;
      if (parsed && !parsed.success) {
        throw new InputError(
          `status: must be one of ${instanceStatus.options.join(', ')}`,
        );
      }
      const narrowed = parsed
        ? ` AND ExecutionStatus = '${TEMPORAL_STATUS[parsed.data]}'`
        : '';
      const query = `${instancesOf(tenant, artifactId)}${narrowed}`;
      const found: Instance[] = [];
      for await (const info of client.workflow.list({ query, pageSize: 200 })) {
        found.push(instanceOf(info));
        if (found.length === 200) break;
      }
      return found.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
    },

    completeUserTask: ({ tenant, userEntityRef }, id, key, variables) =>
      update(tenant, id, 'completeUserTask', {
        key,
        variables,
        by: userEntityRef,
      }),

    retryIncident: ({ tenant }, id, key, variables) =>
      update(tenant, id, 'resolveIncident', { key, variables }),

    async publish({ tenant }, id, message) {
      const { handle, description } = await open(tenant, id);
      if (description.status.name !== 'RUNNING') {
        throw new ConflictError(`Instance ${id} has ended already`);
      }
      await handle.signal('message', { messageId: uuidv7(), ...message });
      return get(tenant, id);
    },

    async cancel({ tenant }, id) {
      const { handle } = await open(tenant, id);
      await handle.cancel();
      return get(tenant, id);
    },
  };
}

function processOf(
  processes: ProcessInterface[],
  processId?: string,
): ProcessInterface {
  const ids = processes.map(process => process.processId).join(', ');
  const found = processId
    ? processes.find(process => process.processId === processId)
    : processes[0];
  if (!found) throw new InputError(`processId: must be one of ${ids}`);
  if (!processId && processes.length > 1) {
    throw new InputError(
      `processId: the drawing has several processes, name one of ${ids}`,
    );
  }
  return found;
}
