import type { Parsed } from '../1-parse';
import { bodies } from './executed';
import type { FlowNode, Trigger } from '../1-parse/model';

/** A place of the drawing that holds an expression or text that may be one. */
export interface FeelSource {
  readonly elementId: string;
  readonly processId: string;
  /** What the expression is for. */
  readonly use: string;
  /** FEEL where it starts with `=`. */
  readonly source: string;
}

/** Every FEEL expression that a run may evaluate. */
export function* feelSources(parsed: Parsed): Generator<FeelSource> {
  for (const { body, processId } of bodies(parsed)) {
    for (const flow of body.flows)
      if (flow.condition !== undefined)
        yield {
          elementId: flow.id,
          processId,
          use: 'condition',
          source: flow.condition,
        };
    for (const node of body.nodes.values())
      for (const [use, source] of sourcesOf(node))
        if (source) yield { elementId: node.id, processId, use, source };
  }
}

function* sourcesOf(
  node: FlowNode,
): Generator<[use: string, source: string | undefined]> {
  if ('input' in node) {
    for (const { target, source } of node.input)
      yield [`input ${target}`, source];
    for (const { target, source } of node.output)
      yield [`output ${target}`, source];
  }
  switch (node.kind) {
    case 'boundary':
      if (node.catches.kind !== 'error') yield* triggerSources(node.catches);
      break;
    case 'event':
      if (node.work.kind === 'catch') yield* triggerSources(node.work.trigger);
      break;
    case 'task':
      if (node.work.kind === 'receive')
        yield* triggerSources(node.work.trigger);
      if (node.work.kind === 'script')
        yield ['script', `=${node.work.expression}`];
      if (node.work.kind === 'user') {
        yield ['assignee', node.work.assignee];
        yield ['candidateGroups', node.work.candidateGroups];
        yield ['dueDate', node.work.dueDate];
      }
      break;
    default:
  }
}

function* triggerSources(
  trigger: Trigger,
): Generator<[use: string, source: string]> {
  if (trigger.kind === 'timer') yield ['timer', trigger.timer.source];
  else {
    yield ['message name', trigger.name];
    yield ['correlation key', trigger.correlationKey];
  }
}
