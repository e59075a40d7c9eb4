import fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { evaluate } from 'feelin';
import { compiled, interpreted, isTranslated } from '../../__testUtils__/feel';
import { toJson } from '../../runtime/json';
import type { JsonValue } from '../../runtime/json';

const runs = Number(process.env.FEEL_RUNS ?? 3000);

const names = ['a', 'b', 'c', 'n', 's', 'p', 'my var', 'item'];
const name = fc.constantFrom(...names);
const words = ['', 'a', 'ab', 'b', 'abc', 'A b', '10', '😀x', 'a"b', '\\'];

/** Any JSON, with names that the expressions know. */
const { json } = fc.letrec<{ json: JsonValue }>(tie => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<JsonValue[]>(null, true, false, 0, 1, -1, 2, 10, 0.5, 7.25),
    fc.constantFrom(...words),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.array(fc.integer({ min: -5, max: 12 }), { maxLength: 4 }),
    fc.dictionary(name, tie('json'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(
      fc.dictionary(name, tie('json'), { maxKeys: 3, noNullPrototype: true }),
      {
        maxLength: 4,
      },
    ),
  ),
}));
const context = fc.dictionary(name, json, {
  maxKeys: 8,
  noNullPrototype: true,
});

const number = fc.constantFrom('0', '1', '2', '-1', '10', '0.5', '3.75', '-2');
// Not 0: the library takes a range that ends there for no range.
const whole = fc.constantFrom('1', '3', '-2');
const start = fc.constantFrom('0', '2', '-1', '4');
const text = fc.constantFrom(...words).map(word => JSON.stringify(word));

const one = [
  'abs',
  'count',
  'sum',
  'min',
  'max',
  'mean',
  'product',
  'all',
  'any',
  'floor',
  'ceiling',
  'sqrt',
  'odd',
  'even',
  'string',
  'number',
  'upper case',
  'lower case',
  'string length',
  'flatten',
  'distinct values',
  'reverse',
  'not',
  'get entries',
  'is defined',
  'is empty',
  'is blank',
  'trim',
  'string join',
  'concatenate',
];
const two = [
  'contains',
  'starts with',
  'ends with',
  'matches',
  'split',
  'substring',
  'substring before',
  'substring after',
  'list contains',
  'index of',
  'append',
  'concatenate',
  'sublist',
  'modulo',
  'decimal',
  'round up',
  'round down',
  'round half up',
  'round half down',
  'get value',
  'get or else',
  'string join',
  'sum',
  'min',
  'max',
  'all',
  'any',
];

/** Random FEEL, of the kinds that have a translation. */
const { feel } = fc.letrec<{ feel: string }>(tie => {
  const part = tie('feel') as Arbitrary<string>;
  const template = (
    pieces: TemplateStringsArray,
    ...parts: Arbitrary<string>[]
  ) =>
    fc
      .tuple(...parts)
      .map(given =>
        pieces.map((piece, index) => piece + (given[index] ?? '')).join(''),
      );
  return {
    feel: fc.oneof(
      { maxDepth: 4, depthSize: 'large' },
      name,
      name,
      number,
      text,
      fc.constantFrom('null', 'true', 'false', '[]'),
      template`(${part} ${fc.constantFrom('+', '-', '*', '/', '**')} ${part})`,
      template`(${part} ${fc.constantFrom(
        '=',
        '!=',
        '<',
        '<=',
        '>',
        '>=',
      )} ${part})`,
      template`(${part} ${fc.constantFrom('and', 'or')} ${part})`,
      template`-(${part})`,
      template`not(${part})`,
      template`(if ${part} then ${part} else ${part})`,
      template`(${part} between ${part} and ${part})`,
      template`(${part} in [${part}, ${part}])`,
      template`(${part} in (${part}, > ${number}, <= ${text}))`,
      template`(${part} in ${fc.constantFrom(
        '[',
        '(',
      )}${number}..${number}${fc.constantFrom(']', ')')})`,
      template`(${part} in ${name})`,
      template`(${part}).${name}`,
      template`${name}.${name}.${name}`,
      template`(${part})[${part}]`,
      template`(${part})[${part} ${fc.constantFrom('=', '>', '<')} ${part}]`,
      template`[${part}, ${part}]`,
      template`{x: ${part}, "y z": ${part}}`,
      template`(for i in ${part} return ${part})`,
      template`(for i in ${start}..${whole} return ${part})`,
      template`(for n in ${part} return [n, ${part}])`,
      template`(${fc.constantFrom(
        'some',
        'every',
      )} s in ${part} satisfies ${part})`,
      template`${fc.constantFrom(...one)}(${part})`,
      template`${fc.constantFrom(...two)}(${part}, ${part})`,
      template`${fc.constantFrom(
        'substring',
        'sublist',
      )}(${part}, ${part}, ${part})`,
      template`context put(${part}, ${text}, ${part})`,
      template`sort(${part}, function(x, y) x < y)`,
    ),
  };
});

it('computes what the interpreter computes', () => {
  let proven = 0;
  let telling = 0;
  fc.assert(
    fc.property(
      feel,
      fc.array(context, { minLength: 1, maxLength: 3 }),
      (source, contexts) => {
        if (!isTranslated(source)) return;
        const code = compiled(source);
        for (const variables of contexts) {
          const expected = interpreted(source, variables);
          if (expected === undefined) continue;
          expect(toJson(code.evaluate(variables))).toEqual(expected);
          proven += 1;
          if (expected !== null) telling += 1;
        }
      },
    ),
    { numRuns: runs },
  );
  expect(proven).toBeGreaterThan(runs);
  expect(telling).toBeGreaterThan(runs / 3);
});

it('aggregates as the library does', () => {
  const scalars = fc.array(
    fc.constantFrom<JsonValue[]>(0, 1, -2, 0.5, 10, null, 'a'),
  );
  const which = fc.constantFrom('sum', 'min', 'max', 'mean', 'product');
  fc.assert(
    fc.property(which, scalars, (aggregate, l) => {
      const expected = evaluate(`${aggregate}(l)`, { l }).value as JsonValue;
      expect(toJson(compiled(`${aggregate}(l)`).evaluate({ l }))).toEqual(
        toJson(expected),
      );
    }),
  );
});

it('reads strings as the interpreter does', () => {
  const raw = fc.array(
    fc.constantFrom(
      'a',
      '\\',
      'n',
      'N',
      'u',
      '0',
      '0041',
      '1f600',
      'D83D',
      '"',
      '\\"',
      '\\u',
      '\n',
      'é',
      '\u2028',
    ),
  );
  fc.assert(
    fc.property(raw, parts => {
      const source = `"${parts.join('')}"`;
      if (!isTranslated(source)) return;
      const expected = interpreted(source, {});
      if (expected !== undefined)
        expect(toJson(compiled(source).evaluate({}))).toBe(expected);
    }),
    { numRuns: runs },
  );
});
