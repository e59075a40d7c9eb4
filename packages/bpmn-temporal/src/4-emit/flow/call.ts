import type { Block, Invocation } from '../../3-structure/statements';
import { commentText, property } from '../code';
import { captionOf } from './pen';
import type { Pen } from './pen';

/** One call of an element, with what runs inside and beside it. */
export function writeCall(
  pen: Pen,
  element: Invocation,
  [before, after]: [string, string],
): void {
  const { id } = element.node;
  const call = `${before}${pen.element(id)}(scope`;
  const note = `  // ${commentText(id)}`;
  const { inside, parts, beside } = element;
  if (parts) {
    writeParts(pen, element, [call, after]);
    return;
  }
  const writeBeside = () => {
    for (const { eventId, body } of beside)
      pen.writer.block(
        `${property(eventId)}: async () => {${captionOf(pen, eventId)}`,
        () => pen.write(body),
        '},',
        eventId,
      );
  };
  if (inside) {
    pen.writer.line(`${call}, async scope => {${note}`, id);
    pen.writer.indent(() => pen.write(inside));
    if (beside.length) pen.writer.block('}, {', writeBeside, `})${after}`);
    else pen.writer.line(`})${after}`);
    return;
  }
  if (beside.length)
    pen.writer.block(`${call}, {${note}`, writeBeside, `})${after}`, id);
  else pen.writer.line(`${call})${after}${note}`, id);
}

/** The activities of an ad-hoc subprocess, each with the flow behind it. */
function writeParts(
  pen: Pen,
  { node, parts = [], beside }: Invocation,
  [call, after]: [string, string],
): void {
  const writeEach =
    (list: readonly { id: string; body: Block }[], parameter: string) => () => {
      for (const { id, body } of list)
        pen.writer.block(
          `${property(id)}: async ${parameter} => {${captionOf(pen, id)}`,
          () => pen.write(body),
          '},',
          id,
        );
    };
  const handlers = beside.map(({ eventId, body }) => ({ id: eventId, body }));
  pen.writer.line(`${call}, {  // ${commentText(node.id)}`, node.id);
  pen.writer.indent(writeEach(parts, 'scope'));
  if (handlers.length)
    pen.writer.block('}, {', writeEach(handlers, '()'), `})${after}`);
  else pen.writer.line(`})${after}`);
}
