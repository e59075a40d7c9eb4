import type { Block, Parallel } from '../../3-structure/statements';
import { commentText, literal, property } from '../code';
import { captionOf } from './pen';
import type { Pen } from './pen';

/** Branches that run beside each other, from a fork to a join. */
export function writeParallel(pen: Pen, statement: Parallel): void {
  const { fork, join, branches, taken } = statement;
  const close = join ? `  // ${commentText(join.id)}` : '';
  if (taken === 'some' && fork) {
    pen.writer.block(
      `await ${pen.element(fork.id)}(scope, {  // ${commentText(fork.id)}`,
      () => {
        for (const { flowId, body } of branches)
          writeBranchOf(pen, body, `${property(flowId)}: `, flowId);
      },
      `});${close}`,
      fork.id,
    );
    return;
  }
  const open = fork
    ? `await ${pen.element(fork.id)}(scope,  // ${commentText(fork.id)}`
    : `await ${pen.use('all')}(scope, ${literal(statement.id)},`;
  pen.writer.block(
    open,
    () => {
      for (const { body } of branches) writeBranchOf(pen, body, '');
    },
    `);${close}`,
    fork?.id,
  );
}

function writeBranchOf(
  pen: Pen,
  body: Block,
  key: string,
  flowId?: string,
): void {
  if (!body.length) {
    pen.writer.line(`${key}async () => {},`);
    return;
  }
  pen.writer.block(
    `${key}async () => {${captionOf(pen, flowId)}`,
    () => pen.write(body),
    '},',
  );
}
