import type { Parsed } from '../1-parse';
import type { FlowNode, Repeat, Trigger } from '../1-parse/model';
import { triggersOf } from '../1-parse/walk';
import { bodies } from './executed';

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
  for (const trigger of triggersOf(node)) yield* triggerSources(trigger);
  if ('repeat' in node && node.repeat) yield* repeatSources(node.repeat);
  switch (node.kind) {
    case 'complex':
      yield ['activation condition', node.activation];
      break;
    case 'call':
      yield ['called process', node.process];
      break;
    case 'subProcess':
      yield ['activities', node.adHoc?.active];
      yield ['completion condition', node.adHoc?.until];
      yield ['output element', node.adHoc?.outputElement];
      break;
    case 'task':
      if (node.work.kind === 'script')
        yield ['script', `=${node.work.expression}`];
      if (node.work.kind === 'user') {
        yield ['assignee', node.work.assignee];
        yield ['candidateGroups', node.work.candidateGroups];
        yield ['candidateUsers', node.work.candidateUsers];
        yield ['dueDate', node.work.dueDate];
        yield ['followUpDate', node.work.followUpDate];
        yield ['priority', node.work.priority];
      }
      break;
    default:
  }
}

function* repeatSources(
  repeat: Repeat,
): Generator<[use: string, source: string | undefined]> {
  if (repeat.kind === 'loop') {
    yield ['loop condition', repeat.condition];
    yield ['loop maximum', repeat.maximum];
    return;
  }
  yield ['input collection', repeat.collection];
  yield ['cardinality', repeat.cardinality];
  yield ['completion condition', repeat.until];
  yield ['output element', repeat.outputElement];
}

function* triggerSources(
  trigger: Trigger,
): Generator<[use: string, source: string]> {
  switch (trigger.kind) {
    case 'timer':
      yield ['timer', trigger.timer.source];
      break;
    case 'message':
      yield ['message name', trigger.name];
      yield ['correlation key', trigger.correlationKey];
      break;
    case 'signal':
      yield ['signal name', trigger.name];
      break;
    case 'conditional':
      yield ['condition', trigger.condition];
      break;
    default:
  }
}
