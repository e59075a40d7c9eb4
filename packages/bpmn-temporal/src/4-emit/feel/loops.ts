import { property } from '../code';
import { staticType } from './static-types';
import { nameOf } from './syntax';
import type { Syntax } from './syntax';
import { binding, body, Untranslatable } from './translation';
import type { Translation } from './translation';

/** `for x in list return …` is `each(list, x => …)`. */
export function translateLoop(
  parts: readonly Syntax[],
  t: Translation,
): string {
  return over('each', parts[1], parts[3], t);
}

/** `some x in list satisfies …`, and `every`. */
export function translateQuantified(
  parts: readonly Syntax[],
  t: Translation,
): string {
  const [kind] = parts;
  if (kind?.kind !== 'some' && kind?.kind !== 'every')
    throw new Untranslatable();
  return over(kind.kind, parts[1], parts[3], t);
}

/** One loop over one list or range of numbers; several loops in one are interpreted. */
function over(
  name: string,
  iteration: Syntax | undefined,
  inner: Syntax | undefined,
  t: Translation,
): string {
  const [one, another] = iteration?.parts ?? [];
  const [variable, , source] = one?.parts ?? [];
  if (another || !variable || !source) throw new Untranslatable();
  const list = translateIterated(source.parts, t);
  const { inside, parameters } = binding(t, [nameOf(variable)]);
  const code = body(t.code(inner, inside));
  return `${t.use(name)}(${list}, ${parameters.join('')} => ${code})`;
}

/** A list, or `steps(1, n)` for `1..n`. */
function translateIterated(
  [start, , end]: readonly Syntax[],
  t: Translation,
): string {
  if (!end) return t.code(start, t);
  if (start?.kind === 'StringLiteral' || end.kind === 'StringLiteral')
    throw new Untranslatable();
  return `${t.use('steps')}(${t.code(start, t)}, ${t.code(end, t)})`;
}

/** `list[1]` is `at(list, 1)`, `list[price > 10]` is `where(v, list, w => gt(w.price, 10))`. */
export function translateFilter(node: Syntax, t: Translation): string {
  const [list, , filter] = node.parts;
  const target = t.code(list, t);
  switch (filter && staticType(filter)) {
    case 'any':
    case 'boolean':
    case 'number':
      return `${t.use('at')}(${target}, ${t.code(filter, t)})`;
    case 'test': {
      // What is bound around is a variable like any other for the condition, which an element may hide.
      const bound = [...t.bound]
        .filter(([name]) => name !== '?')
        .map(([name, code]) =>
          name === code ? name : `${property(name)}: ${code}`,
        );
      t.reads();
      const scope = bound.length
        ? `{ ...${t.variables}, ${bound.join(', ')} }`
        : t.variables;
      const variables = t.unique(['w']);
      const inside = { ...t, variables, bound: new Map<string, string>() };
      const code = body(t.code(filter, inside));
      return `${t.use('where')}(${scope}, ${target}, ${variables} => ${code})`;
    }
    default:
      throw new Untranslatable();
  }
}
