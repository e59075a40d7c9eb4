import { createHash } from 'node:crypto';
import {
  toBinary,
  type DescMessage,
  type MessageShape,
} from '@bufbuild/protobuf';
import { Code, ConnectError } from '@connectrpc/connect';
import {
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  type WorkflowStartOptions,
} from '@temporalio/client';
import { currentCaller } from '../caller.ts';
import type { Temporal } from '../temporal/connect.ts';

/** What protovalidate has made sure of, told to the compiler. */
export function requestIdOf(request: {
  context?: { requestId: string } | undefined;
}): string {
  if (!request.context) throw new Error('A request was not validated');
  return request.context.requestId;
}

/** Who asks for what, in few characters. */
export const digestOf = <T extends DescMessage>(
  schema: T,
  request: MessageShape<T>,
): string =>
  createHash('sha256')
    .update(`${currentCaller().subject}\0${schema.typeName}\0`)
    .update(toBinary(schema, request))
    .digest('hex');

/**
 * Starts a workflow for a request, once.
 *
 * @param digest - of the request; the memo keeps it, so that the same request is told from another one
 * @returns whether the workflow is of this request: not where another one has taken its id
 */
export async function startOnce(
  { client, taskQueue, attributesOf }: Temporal,
  workflowType: string,
  digest: string,
  options: Pick<
    WorkflowStartOptions,
    'workflowId' | 'args' | 'workflowIdReusePolicy'
  >,
): Promise<boolean> {
  const { workflowId, workflowIdReusePolicy } = options;
  const { subject, tenantId } = currentCaller();
  const isOurs = async () => {
    const { memo } = await client.workflow.getHandle(workflowId).describe();
    return memo?.request === digest;
  };
  // else one that has ended would be started again by the same request
  if (workflowIdReusePolicy === 'ALLOW_DUPLICATE') {
    if (await isOurs().catch(isMissing)) return true;
  }
  try {
    await client.workflow.start(workflowType, {
      ...options,
      taskQueue,
      memo: { request: digest, startedBy: subject },
      typedSearchAttributes: await attributesOf(tenantId),
      workflowIdConflictPolicy: 'FAIL',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return isOurs();
    throw error;
  }
}

function isMissing(error: unknown): false {
  if (error instanceof WorkflowNotFoundError) return false;
  throw error;
}

export const taken = (name: string) =>
  new ConnectError(
    `${name} was started by another request`,
    Code.AlreadyExists,
  );
