import type { Client } from '@temporalio/client';
import type { BroadcastSignal } from '../runtime/broadcast';
import { manyMark, openAttribute, signalMark } from '../runtime/marks';

/** Hands a signal to every running instance that waits for it, but the one that threw it. */
export async function broadcastTo(
  client: Client,
  { name, variables, except }: BroadcastSignal,
): Promise<void> {
  const query = `ExecutionStatus="Running" AND ${openAttribute} IN ("${signalMark(
    name,
  )}", "${manyMark}")`;
  const ids = new Set<string>();
  for await (const { workflowId } of client.workflow.list({ query }))
    if (workflowId !== except) ids.add(workflowId);
  const left = [...ids];
  const lane = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop())
      await client.workflow
        .getHandle(id)
        .signal('signal', { name, variables })
        // It has ended meanwhile.
        .catch(() => undefined);
  };
  await Promise.all(Array.from({ length: 20 }, lane));
}
