import type { Block, Invocation } from '../../3-structure/statements';
import { commentText, property } from '../code';
import { captionOf } from './pen';
import type { Pen } from './pen';

/** One call of an element, with what runs inside and beside it. */
export function writeCall(
  pen: Pen,
  { node: { id }, inside, parts, beside }: Invocation,
  [before, after]: [string, string],
): void {
  const call = `${before}${pen.element(id)}(scope`;
  const note = `  // ${commentText(id)}`;
  const writeBeside = () => {
    for (const { eventId, body } of beside) writeFlow(pen, eventId, '()', body);
  };
  if (inside || parts) {
    pen.writer.line(`${call}, ${inside ? 'async scope => ' : ''}{${note}`, id);
    pen.writer.indent(() => {
      if (inside) pen.write(inside);
      for (const part of parts ?? [])
        writeFlow(pen, part.id, 'scope', part.body);
    });
    if (beside.length) pen.writer.block('}, {', writeBeside, `})${after}`);
    else pen.writer.line(`})${after}`);
  } else if (beside.length)
    pen.writer.block(`${call}, {${note}`, writeBeside, `})${after}`, id);
  else pen.writer.line(`${call})${after}${note}`, id);
}

/** A flow by the id of the event or activity that it begins with. */
function writeFlow(pen: Pen, id: string, parameter: string, body: Block): void {
  pen.writer.block(
    `${property(id)}: async ${parameter} => {${captionOf(pen, id)}`,
    () => pen.write(body),
    '},',
    id,
  );
}
