import type { Body, StartEvent } from '../../1-parse/model';
import { bodies, show } from '../executed';
import type { Finding, Rule } from '../rule';

export const startEvents: Rule = {
  code: 'BT1206',
  severity: 'error',
  title: 'It can not be told how a process or subprocess starts',
  hint: 'Draw one none start event; further ones of a process need a trigger, that of an event subprocess needs one.',
  *find(parsed) {
    for (const { body, processId } of bodies(parsed)) {
      const inEvent = isEventSubProcess(
        body,
        parsed.drawing.processes.map(one => one.body),
      );
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

function isEventSubProcess(body: Body, roots: readonly Body[]): boolean {
  const open = [...roots];
  for (let at = open.pop(); at; at = open.pop())
    for (const node of at.nodes.values()) {
      if (node.kind === 'eventSubProcess' && node.body === body) return true;
      if ('body' in node) open.push(node.body);
    }
  return false;
}
