import type { Branch, Case, Invocation } from '../../3-structure/statements';
import { leaves } from '../../3-structure/tidy';
import { literal } from '../code';
import { writeCall } from './call';
import { captionOf } from './pen';
import type { Pen } from './pen';

/** Goes on by the outcome of an element: an `if` for two ways, a `switch` for more. */
export function writeBranch(pen: Pen, branch: Branch): void {
  const { element, cases } = branch;
  const outcome =
    element.inside || element.beside.length ? 'outcome' : undefined;
  if (cases.length === 2) writeIf(pen, element, cases, outcome);
  else writeSwitch(pen, element, cases, outcome);
}

function writeIf(
  pen: Pen,
  element: Invocation,
  cases: readonly Case[],
  variable: string | undefined,
): void {
  const [test, other] = order(cases);
  if (!test || !other) return;
  const { id } = element.node;
  const open = (operand: string) => {
    const [compare, body, rest] = test.body.length
      ? ['===', test.body, other.body]
      : ['!==', other.body, []];
    const head = `if (${operand} ${compare} ${literal(
      test.outcome ?? '',
    )}) {${captionOf(pen, test.outcome)}`;
    const flat = leaves(body);
    if (!body.length) pen.writer.line(`${operand};`, id);
    else {
      pen.writer.line(head, id);
      pen.writer.indent(() => pen.write(body));
      if (rest.length && !flat)
        pen.writer.block('} else {', () => pen.write(rest), '}');
      else pen.writer.line('}');
      if (flat) pen.write(rest);
    }
  };
  writeOperand(pen, element, variable, open);
}

/** The case to test for stands first: one that has an outcome, and of two the one that leaves or does something. */
function order(cases: readonly Case[]): readonly Case[] {
  const [first, second] = cases;
  if (!first || !second) return cases;
  if (first.outcome === undefined) return [second, first];
  if (second.outcome === undefined) return cases;
  if (!leaves(first.body) && leaves(second.body)) return [second, first];
  return first.body.length === 0 ? [second, first] : cases;
}

function writeSwitch(
  pen: Pen,
  element: Invocation,
  cases: readonly Case[],
  variable: string | undefined,
): void {
  writeOperand(pen, element, variable, operand => {
    const ordered = [...cases].sort(
      (a, b) =>
        Number(a.outcome === undefined) - Number(b.outcome === undefined),
    );
    const inside = () => {
      for (const { outcome, body } of ordered) {
        if (outcome === undefined && body.length === 0) continue;
        const head =
          outcome === undefined
            ? 'default:'
            : `case ${literal(outcome)}:${captionOf(pen, outcome)}`;
        pen.writer.line(head);
        pen.writer.indent(() => {
          pen.write(body);
          if (!leaves(body)) pen.writer.line('break;');
        });
      }
    };
    pen.writer.block(`switch (${operand}) {`, inside, '}', element.node.id);
  });
}

function writeOperand(
  pen: Pen,
  element: Invocation,
  variable: string | undefined,
  use: (operand: string) => void,
): void {
  if (variable === undefined) {
    use(`(await ${pen.element(element.node.id)}(scope))`);
    return;
  }
  pen.writer.block(
    '{',
    () => {
      writeCall(pen, element, [`const ${variable} = await `, ';']);
      use(variable);
    },
    '}',
  );
}
