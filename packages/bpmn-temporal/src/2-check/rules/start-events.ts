import type { Body, StartEvent } from '../../1-parse/model';
import { bodies, nodes, show } from '../executed';
import type { Finding, Rule } from '../rule';

export const startEvents: Rule = {
  code: 'BT1206',
  severity: 'error',
  title: 'It can not be told how a process or subprocess starts',
  hint: 'Draw one none start event; further ones of a process need a trigger, that of an event subprocess needs one.',
  *find(parsed) {
    const ofEvents = new Set<Body>();
    for (const { node } of nodes(parsed))
      if (node.kind === 'eventSubProcess') ofEvents.add(node.body);
    for (const { body, processId } of bodies(parsed)) {
      const inEvent = ofEvents.has(body);
      for (const { node, message } of problems(body, processId, inEvent))
        yield {
          elementId: node?.id ?? body.id,
          processId,
          message,
        } satisfies Finding;
    }
  },
};

function problems(
  body: Body,
  processId: string,
  inEvent: boolean,
): { node?: StartEvent; message: string }[] {
  const starts = [...body.nodes.values()].filter(node => node.kind === 'start');
  const none = starts.filter(node => !node.catches);
  if (inEvent) {
    if (starts.length !== 1)
      return [
        { message: `The event subprocess ${body.id} needs one start event` },
      ];
    return none.map(node => ({
      node,
      message: `The start event of an event subprocess needs a trigger: ${show(
        node,
      )}`,
    }));
  }
  const inner = body.id !== processId;
  const extra = inner ? starts.slice(1) : none.slice(1);
  return [
    ...extra.map(node => ({
      node,
      message: `${body.id} has more than one none start event: ${show(node)}`,
    })),
    ...starts
      .filter(node => inner && node.catches)
      .map(node => ({
        node,
        message: `The start event of a subprocess has no trigger: ${show(
          node,
        )}`,
      })),
  ];
}
