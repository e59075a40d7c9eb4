import { literal } from '../code';
import { isTrueOrFalse } from '../feel/functions';
import { translateOne, translateTest } from '../feel/membership';
import { staticType } from '../feel/static-types';
import { nameOf, parseTests } from '../feel/syntax';
import type { Syntax } from '../feel/syntax';
import { Untranslatable } from '../feel/translation';
import type { Translation } from '../feel/translation';
import { translating } from '../feel/translate';
import type { Use } from '../feel/translate';

/** Whether the input fits a cell of a decision table, as code; undefined for a cell that everything fits. */
export function unaryTests(
  source: string,
  input: string,
  use: Use,
): string | undefined {
  if (source === '' || source === '-') return undefined;
  const tree = parseTests(source);
  const code =
    tree &&
    translating(
      use,
      root => {
        const bound = new Map([['?', input]]);
        return translateTests(tree, input, { ...root, bound });
      },
      () => use('v'),
    );
  return (
    code ?? `${use('interpretTest')}(${literal(source)}, ${input}, ${use('v')})`
  );
}

function translateTests(tree: Syntax, input: string, t: Translation): string {
  const tests = tree.parts.find(part => part.kind === 'PositiveUnaryTests');
  if (!tests) throw new Untranslatable();
  const matches = anyOf(tests.parts, input, t);
  return tree.parts[0]?.kind === 'not' ? `${matches} !== true` : matches;
}

const constants = new Set([
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'null',
  'SimplePositiveUnaryTest',
]);

/** `"a", "b"` is `isIn(input, ['a', 'b'])`. */
function anyOf(
  tests: readonly Syntax[],
  input: string,
  t: Translation,
): string {
  if (
    tests.length > 1 &&
    tests.every(({ parts: [inner] }) => inner && constants.has(inner.kind))
  )
    return `${t.use('isIn')}(${input}, [${tests
      .map(test => translateOne(test, t))
      .join(', ')}])`;
  const codes = tests.map(test => single(test, input, t));
  return codes.length === 1
    ? codes.join('')
    : `${t.use('or')}(${codes.join(', ')})`;
}

const comparators: Readonly<Record<string, string>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
};

function single(test: Syntax, input: string, t: Translation): string {
  const [inner] = test.parts;
  if (!inner) throw new Untranslatable();
  const [first, bound] = inner.parts;
  switch (inner.kind) {
    case 'NumericLiteral':
    case 'StringLiteral':
    case 'BooleanLiteral':
    case 'null':
      return `${t.use('eq')}(${input}, ${t.code(inner, t)})`;
    case 'List':
      return `${t.use('isIn')}(${input}, ${translateTest(test, t)})`;
    case 'SimplePositiveUnaryTest': {
      if (first?.kind === 'Interval')
        return `${translateOne(test, t)}(${input})`;
      const name = comparators[first?.text ?? ''];
      if (!name) throw new Untranslatable();
      return `${t.use(name)}(${input}, ${t.code(bound, t)})`;
    }
    default:
      return decides(inner)
        ? t.code(inner, t)
        : `${t.use('fits')}(${input}, ${t.code(inner, t)})`;
  }
}

/** Whether an expression is true or false by itself: a comparison, or a function that tells. */
function decides(node: Syntax): boolean {
  const [target] = node.parts;
  return node.kind === 'FunctionInvocation'
    ? target?.kind === 'VariableName' && isTrueOrFalse(nameOf(target))
    : staticType(node) === 'test';
}
