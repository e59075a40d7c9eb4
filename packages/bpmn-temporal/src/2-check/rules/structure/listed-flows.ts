import { list } from '../../../1-parse/moddle';
import { flowsOf } from '../../flows';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const listedFlows: Rule = {
  code: 'BT2109',
  severity: 'error',
  title: 'An element lists other flows than are connected to it',
  hint: 'Save the drawing again with a BPMN 2.0 editor, or correct <incoming> and <outgoing> of the element.',
  *find(parsed) {
    const flows = flowsOf(parsed);
    for (const node of every(parsed, 'FlowNode'))
      for (const side of ['incoming', 'outgoing'] as const) {
        const listed = list(node[side]);
        // to list none at all says nothing: the flows themselves say it
        if (listed.length === 0) continue;
        const connected = flows[side](node);
        for (const flow of connected)
          if (!listed.includes(flow))
            yield at(
              node,
              `${tell(node)} does not list the ${side} flow ${flow.id}`,
            );
        for (const flow of listed)
          if (!connected.includes(flow))
            yield at(
              node,
              `${tell(node)} lists ${flow.id}, which is no ${side} flow of it`,
            );
      }
  },
};
