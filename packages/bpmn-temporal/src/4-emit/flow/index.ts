import type { Block, Statement } from '../../3-structure/statements';
import { uses } from '../../3-structure/tidy';
import { commentText } from '../code';
import type { Writer } from '../writer';
import { writeBranch } from './branch';
import { writeCall } from './call';
import { writeParallel } from './parallel';
import type { Names, Pen } from './pen';
import { writeTokens } from './region';

export { labelsOf } from './pen';
export type { Names } from './pen';

/** Structured statements → the lines of an async function over `scope`. */
export function writeBlock(
  writer: Writer,
  block: Block,
  names: Omit<Names, 'use'>,
  use: Names['use'],
): void {
  const pen: Pen = {
    ...names,
    use,
    writer,
    write: inside => inside.forEach(each => writeStatement(pen, each)),
  };
  pen.write(block);
}

function writeStatement(pen: Pen, statement: Statement): void {
  switch (statement.kind) {
    case 'run':
      writeCall(pen, statement.element, ['await ', ';']);
      break;
    case 'branch':
      writeBranch(pen, statement);
      break;
    case 'block':
      pen.writer.block(
        `${pen.label(statement.label)}: {`,
        () => pen.write(statement.body),
        '}',
      );
      break;
    case 'loop': {
      const label = uses(statement.body, 'any', statement.label)
        ? `${pen.label(statement.label)}: `
        : '';
      pen.writer.block(
        `${label}for (;;) {`,
        () => pen.write(statement.body),
        '}',
      );
      break;
    }
    case 'break':
    case 'continue':
      pen.writer.line(`${statement.kind} ${pen.label(statement.label)};`);
      break;
    case 'return':
      pen.writer.line('return;');
      break;
    case 'parallel':
      writeParallel(pen, statement);
      break;
    case 'listen':
      pen.writer.block(
        `await ${pen.element(
          statement.node.id,
        )}(scope, async scope => {  // ${commentText(statement.node.id)}`,
        () => pen.write(statement.body),
        '});',
        statement.node.id,
      );
      break;
    default:
      writeTokens(pen, statement);
  }
}
