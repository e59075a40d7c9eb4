import type { Client } from '@temporalio/client';
import { temporal } from '@temporalio/proto';

const { EventType } = temporal.api.enums.v1;
const { History } = temporal.api.history.v1;

/** What an instance, with the processes that it called and the runs that it went on in, cost the server. */
export interface Cost {
  readonly status: string;
  /** Events by type. */
  readonly events: ReadonlyMap<string, number>;
  readonly total: number;
  readonly bytes: number;
}

/** Counts events and bytes of the histories. */
export async function costOf(
  client: Client,
  workflowId: string,
): Promise<Cost> {
  const events = new Map<string, number>();
  let bytes = 0;
  let status = '';
  const queue: { workflowId: string; runId?: string }[] = [{ workflowId }];
  for (const run of queue) {
    const handle = client.workflow.getHandle(run.workflowId, run.runId);
    const history = await handle.fetchHistory();
    bytes += History.encode(history).finish().length;
    for (const event of history.events ?? []) {
      const type = nameOf(event.eventType);
      events.set(type, (events.get(type) ?? 0) + 1);
      const child =
        event.childWorkflowExecutionStartedEventAttributes?.workflowExecution;
      if (child?.workflowId)
        queue.push({
          workflowId: child.workflowId,
          runId: child.runId ?? undefined,
        });
    }
    if (run.workflowId === workflowId)
      status = nameOf(history.events?.at(-1)?.eventType);
  }
  const total = [...events.values()].reduce((a, b) => a + b, 0);
  return { status, events, total, bytes };
}

/** `ActivityTaskScheduled` for `EVENT_TYPE_ACTIVITY_TASK_SCHEDULED`. */
function nameOf(
  type: temporal.api.enums.v1.EventType | null | undefined,
): string {
  return (EventType[type ?? 0] ?? '')
    .replace('EVENT_TYPE_', '')
    .toLowerCase()
    .replace(/(^|_)(\w)/g, (_match, _bar, letter: string) =>
      letter.toUpperCase(),
    );
}
