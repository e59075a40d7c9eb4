import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, containers, is, kindsOf, tell } from '../../model';
import type { Rule } from '../../rule';

export const unconnected: Rule = {
  code: 'BT2126',
  severity: 'error',
  title: 'A flow node is not connected',
  hint: 'Where there is a start event every other node has an incoming flow, and where there is an end event every other node has an outgoing one.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const container of containers(parsed)) {
      if (is(container, 'AdHocSubProcess')) continue;
      const nodes = list(container.flowElements).filter(inner =>
        is(inner, 'FlowNode'),
      );
      const starts = nodes.some(node => is(node, 'StartEvent'));
      const ends = nodes.some(node => is(node, 'EndEvent'));
      for (const node of nodes) {
        if (isOutsideFlow(node)) continue;
        if (
          (starts || is(node, 'IntermediateCatchEvent') || isThrow(node)) &&
          needsIncoming(node) &&
          flows.incoming(node).length === 0
        )
          yield at(node, `No flow leads to ${tell(node)}`);
        if (
          (ends ||
            is(node, 'StartEvent') ||
            is(node, 'IntermediateCatchEvent') ||
            isThrow(node)) &&
          needsOutgoing(node) &&
          flows.outgoing(node).length === 0
        )
          yield at(node, `No flow leaves ${tell(node)}`);
      }
    }
  },
};

/** Boundary events have a rule of their own; handlers are not reached by flows. */
function isOutsideFlow(node: Moddle): boolean {
  return (
    is(node, 'BoundaryEvent') ||
    node.triggeredByEvent === true ||
    node.isForCompensation === true
  );
}

function isThrow(node: Moddle): boolean {
  return is(node, 'IntermediateThrowEvent');
}

function needsIncoming(node: Moddle): boolean {
  if (is(node, 'StartEvent') || node.instantiate === true) return false;
  return !(is(node, 'IntermediateCatchEvent') && isLink(node));
}

function needsOutgoing(node: Moddle): boolean {
  return !is(node, 'EndEvent') && !(isThrow(node) && isLink(node));
}

function isLink(node: Moddle): boolean {
  return kindsOf(node).includes('link');
}
