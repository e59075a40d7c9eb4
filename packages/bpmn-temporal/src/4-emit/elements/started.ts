import type { FlowNode } from '../../1-parse/model';
import { triggersOf } from '../../1-parse/walk';
import { literal } from '../code';
import type { Definition, ElementContext } from './context';
import { mapping } from './triggers';
import { flag } from './write';

/** What has started the process need not happen again; it only maps what it brought. */
export function started(node: FlowNode, context: ElementContext): Definition {
  const output = 'output' in node ? mapping(node.output, context) : undefined;
  if (!output)
    return { maker: context.use('pass'), args: [literal(node.type)] };
  const brings = triggersOf(node).some(
    ({ kind }) => kind === 'message' || kind === 'signal',
  );
  return {
    maker: context.use('startEvent'),
    fields: [
      ['type', literal(node.type)],
      ['output', output],
      ['brings', flag(brings)],
    ],
  };
}
