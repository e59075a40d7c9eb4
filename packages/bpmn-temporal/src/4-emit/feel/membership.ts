import { literal } from '../code';
import { kept } from './values';
import type { Syntax } from './syntax';
import { Untranslatable } from './translation';
import type { Translation } from './translation';

/** `x in …`: a list, a range, a comparison, or several of them in parentheses. */
export function translateIn(
  value: Syntax | undefined,
  rest: readonly Syntax[],
  t: Translation,
): string {
  const several = rest.find(part => part.kind === 'PositiveUnaryTests');
  const single = rest.find(part => part.kind === 'PositiveUnaryTest');
  const tests = several
    ? `[${several.parts.map(part => translateOne(part, t)).join(', ')}]`
    : translateTest(single, t);
  return `${t.use('isIn')}(${t.code(value, t)}, ${tests})`;
}

/** A test alone: where it is a list, each element is a test. */
export function translateTest(
  test: Syntax | undefined,
  t: Translation,
): string {
  const [inner] = test?.parts ?? [];
  if (inner?.kind !== 'List') return translateOne(test, t);
  const elements = inner.parts.slice(1, -1);
  return `[${elements.map(part => translateOne(part, t)).join(', ')}]`;
}

/** `range(1, 10)`, `x => gt(x, 5)`, or the value to be equal to. */
export function translateOne(test: Syntax | undefined, t: Translation): string {
  const [inner] = test?.parts ?? [];
  if (!test) throw new Untranslatable();
  switch (test.kind) {
    case 'PositiveUnaryTest':
      return translateOne(inner, t);
    case 'SimplePositiveUnaryTest':
      return test.parts.length === 1
        ? translateOne(inner, t)
        : translateComparator(test.parts, t);
    case 'Interval':
      return translateInterval(test.parts, t);
    default:
      return kept(test, t);
  }
}

/** `[1..10)` is `range(1, 10, '[)')`; without brackets both bounds belong to it. */
function translateInterval(parts: readonly Syntax[], t: Translation): string {
  const [open, start, , end, close] = parts;
  const brackets = `${open?.text === '[' ? '[' : '('}${
    close?.text === ']' ? ']' : ')'
  }`;
  const bounds = `${t.code(start, t)}, ${t.code(end, t)}`;
  const kind = brackets === '[]' ? '' : `, ${literal(brackets)}`;
  return `${t.use('range')}(${bounds}${kind})`;
}

const comparators: Readonly<Record<string, string>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

function translateComparator(parts: readonly Syntax[], t: Translation): string {
  const [operator, bound] = parts;
  const name = comparators[operator?.text ?? ''];
  if (!name) throw new Untranslatable();
  const parameter = t.unique(['x']);
  return `${parameter} => ${t.use(name)}(${parameter}, ${t.code(bound, t)})`;
}
