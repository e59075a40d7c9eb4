import { bodies, show } from '../executed';
import type { Rule } from '../rule';

export const startEvents: Rule = {
  code: 'BT1206',
  severity: 'error',
  title:
    'A process or subprocess has no start event, or several without a trigger',
  hint: 'Draw one none start event; further ones of a process need a message or a timer.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed)) {
      const starts = [...body.nodes.values()].filter(
        node => node.kind === 'start',
      );
      const none = starts.filter(node => !node.trigger);
      const inner = body.id !== processId;
      if (starts.length === 0)
        yield {
          elementId: body.id,
          processId,
          message: `${body.id} has no start event`,
        };
      else if (none.length > 1 || (inner && starts.length > 1))
        for (const node of starts.slice(1))
          yield {
            elementId: node.id,
            processId,
            message: `${body.id} has more than one none start event: ${show(
              node,
            )}`,
          };
      if (inner)
        for (const node of starts)
          if (node.trigger)
            yield {
              elementId: node.id,
              processId,
              message: `The start event of a subprocess has no trigger: ${show(
                node,
              )}`,
            };
    }
  },
};
