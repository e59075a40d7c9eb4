import { ApplicationFailure, WorkflowFailedError } from '@temporalio/client';
import type { WorkflowExecutionDescription } from '@temporalio/client';
import { list, readXml, walk } from '../../src/1-parse/moddle';
import type { Moddle } from '../../src/1-parse/moddle';
import { stateOf } from './instances';
import type { State } from './instances';
import type { Lane } from './lane';

/** How one instance ended, or stands. */
export interface End {
  outcome: 'completed' | 'terminated' | 'stuck' | 'failed';
  errorCode?: string;
  /** What a reader wants to know of it. */
  note?: string;
}

/** Tells how an instance ended; one that still runs is stuck, or has failed where it shows an incident. */
export async function endOf(
  lane: Lane,
  description: WorkflowExecutionDescription,
  terminating: ReadonlySet<string>,
): Promise<End> {
  const handle = lane.client.workflow.getHandle(
    description.workflowId,
    description.runId,
  );
  const status = description.status.name;
  if (status === 'FAILED') return failureOf(await failed(handle.result()));
  if (status === 'CANCELLED' || status === 'TERMINATED')
    return { outcome: 'terminated' };
  const state = await stateOf(handle);
  if (status === 'RUNNING') return openEnd(state);
  return {
    outcome: terminating.has(state?.ended ?? '') ? 'terminated' : 'completed',
  };
}

function openEnd(state: State | undefined): End {
  if (!state)
    return { outcome: 'failed', note: 'the workflow answers no query' };
  const [incident] = state.incidents;
  if (incident)
    return {
      outcome: 'failed',
      errorCode: /^([\w.-]+): /.exec(incident.message)?.[1],
      note: `incident at ${incident.elementId}: ${incident.message}`,
    };
  const at = state.tokens.map(({ elementId }) => elementId).join(' ');
  return { outcome: 'stuck', note: `waits at ${at || 'nothing'}` };
}

async function failed(result: Promise<unknown>): Promise<unknown> {
  return result.then(
    () => undefined,
    (error: unknown) => error,
  );
}

function failureOf(error: unknown): End {
  const cause = error instanceof WorkflowFailedError ? error.cause : undefined;
  return {
    outcome: 'failed',
    ...(cause instanceof ApplicationFailure && cause.type
      ? { errorCode: cause.type }
      : {}),
    note: cause?.message,
  };
}

/** The end events that terminate a whole instance: those of the process itself. */
export async function terminateEvents(source: string): Promise<Set<string>> {
  const { definitions } = await readXml(source);
  const ids = new Set<string>();
  for (const element of walk(definitions))
    if (
      element.$type === 'bpmn:EndEvent' &&
      element.$parent?.$type === 'bpmn:Process' &&
      list(element.eventDefinitions).some(isTerminate)
    )
      ids.add(element.id ?? '');
  return ids;
}

function isTerminate({ $type }: Moddle): boolean {
  return $type === 'bpmn:TerminateEventDefinition';
}
