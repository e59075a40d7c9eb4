import {
  WorkflowNotFoundError,
  type WorkflowExecutionDescription,
  type WorkflowHandle,
} from '@temporalio/client';
import type { ProcessState } from '../../runtime/state.gen.ts';
import { ended } from '../temporal/errors.ts';
import type { Temporal } from '../temporal/connect.ts';
import { notFound, parseName } from './names.ts';

/** An instance that is there, and what Temporal knows of it. */
export interface Found {
  handle: WorkflowHandle;
  description: WorkflowExecutionDescription;
}

/** @throws ConnectError `not_found` */
export async function find({ client }: Temporal, name: string): Promise<Found> {
  const handle = client.workflow.getHandle(parseName(name));
  try {
    return { handle, description: await handle.describe() };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) throw notFound(name);
    throw error;
  }
}

/** What the instance says of itself. */
export const stateOf = (handle: WorkflowHandle): Promise<ProcessState> =>
  handle.query<ProcessState>('state');

/**
 * Changes an instance; the same request again changes nothing and gets the first answer.
 *
 * @throws ConnectError `not_found`; `failed_precondition` where it has ended; what the process has against it
 */
export async function update(
  temporal: Temporal,
  name: string,
  change: string,
  { argument, requestId }: { argument: object; requestId: string },
): Promise<void> {
  const { handle, description } = await find(temporal, name);
  try {
    await handle.executeUpdate(change, {
      args: [argument],
      updateId: requestId,
    });
  } catch (error) {
    const isOver = description.status.name !== 'RUNNING';
    if (isOver && error instanceof WorkflowNotFoundError) throw ended();
    throw error;
  }
}
