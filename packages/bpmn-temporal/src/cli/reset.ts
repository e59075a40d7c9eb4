import { randomUUID } from 'node:crypto';
import { readArguments, UsageError } from './usage';

export const reset = {
  help: `bpmn-temporal reset WORKFLOW_ID --to ELEMENT

Lets an instance go on anew from before it entered an element the last time: a task that is done by a job or a person, or a call activity.
What happened since is forgotten, with all that jobs have done outside left as it is.

  --to ELEMENT          id of the element; ELEMENT:2 for the second time that it was entered
  --address HOST:PORT   the Temporal server; localhost:7233 unless it is said
  --namespace NAME      default unless it is said
  --reason TEXT         is kept in the history
`,
  async run(args: string[]): Promise<number> {
    const { values, positionals } = readArguments(args, {
      to: { type: 'string' },
      address: { type: 'string', default: 'localhost:7233' },
      namespace: { type: 'string', default: 'default' },
      reason: { type: 'string' },
    });
    const [workflowId, ...more] = positionals;
    const { to, namespace } = values;
    if (workflowId === undefined || to === undefined || more.length)
      throw new UsageError(
        'Say which instance, and where to: WORKFLOW_ID --to ELEMENT',
      );
    const { Client, Connection } = await import('@temporalio/client');
    const connection = await Connection.connect({ address: values.address });
    try {
      const handle = new Client({ connection, namespace }).workflow.getHandle(
        workflowId,
      );
      const { runId } = await handle.describe();
      const { events } = await handle.fetchHistory();
      const at = taskBefore((events ?? []) as Event[], to);
      if (at === undefined)
        throw new UsageError(
          `The history of ${workflowId} does not tell that ${to} was entered`,
        );
      const { runId: next } =
        await connection.workflowService.resetWorkflowExecution({
          namespace,
          workflowExecution: { workflowId, runId },
          workflowTaskFinishEventId: at as never,
          reason: values.reason ?? `bpmn-temporal reset --to ${to}`,
          requestId: randomUUID(),
        });
      process.stdout.write(
        `${workflowId} goes on before ${to}, in the run ${next}\n`,
      );
      return 0;
    } finally {
      await connection.close();
    }
  },
};

/** What is looked at of an event of the history. */
export interface Event {
  readonly eventId?: unknown;
  readonly workflowTaskCompletedEventAttributes?: unknown;
  readonly activityTaskScheduledEventAttributes?: {
    readonly activityId?: string | null;
    readonly workflowTaskCompletedEventId?: unknown;
  } | null;
  readonly startChildWorkflowExecutionInitiatedEventAttributes?: {
    readonly workflowId?: string | null;
    readonly workflowTaskCompletedEventId?: unknown;
  } | null;
  readonly upsertWorkflowSearchAttributesEventAttributes?: {
    readonly workflowTaskCompletedEventId?: unknown;
    readonly searchAttributes?: {
      readonly indexedFields?: Readonly<
        Record<string, { readonly data?: Uint8Array | null }>
      > | null;
    } | null;
  } | null;
}

/** The workflow task in which the element was entered the last time; the reset repeats it. */
export function taskBefore(events: readonly Event[], element: string): unknown {
  const wanted = element.includes(':')
    ? (key: string) => key === element
    : (key: string) => key.replace(/:\d+$/, '') === element;
  return events
    .map(event => {
      const activity = event.activityTaskScheduledEventAttributes;
      const child = event.startChildWorkflowExecutionInitiatedEventAttributes;
      const marks = event.upsertWorkflowSearchAttributesEventAttributes;
      if (activity && wanted(activity.activityId ?? ''))
        return activity.workflowTaskCompletedEventId;
      if (child && wanted((child.workflowId ?? '').split('/').at(-1) ?? ''))
        return child.workflowTaskCompletedEventId;
      if (marks && marksOf(marks).includes(`task:${element}`))
        return marks.workflowTaskCompletedEventId;
      return undefined;
    })
    .filter(Boolean)
    .at(-1);
}

function marksOf({
  searchAttributes,
}: NonNullable<
  Event['upsertWorkflowSearchAttributesEventAttributes']
>): string[] {
  const data = searchAttributes?.indexedFields?.BpmnOpen?.data;
  const marks: unknown = data ? JSON.parse(Buffer.from(data).toString()) : [];
  return Array.isArray(marks) ? marks.map(String) : [];
}
