import { fits, table } from './decision-table';
import type { HitPolicy, Rule } from './decision-table';

const rules: Rule[] = [
  [() => false, () => 1],
  [() => true, () => 3],
  [() => null, () => 4],
  [() => true, () => 2],
];

it.each<[HitPolicy, unknown]>([
  ['FIRST', 3],
  ['RULE ORDER', [3, 2]],
  ['COLLECT', [3, 2]],
  ['COLLECT SUM', 5],
  ['COLLECT MIN', 2],
  ['COLLECT MAX', 3],
  ['COLLECT COUNT', 2],
])('%s', (hitPolicy, answer) => {
  expect(table('t', hitPolicy, rules)).toEqual(answer);
});

it('fails where more rules match than the hit policy allows, and says which', () => {
  expect(() => table('Dish (dish)', 'UNIQUE', rules)).toThrow(
    'The rules 2, 4 of the decision Dish (dish) match, and its hit policy allows one',
  );
  expect(() => table('t', 'ANY', rules)).toThrow('different answers');
  expect(
    table('t', 'ANY', [
      [() => true, () => ({ a: [1, 2] })],
      [() => true, () => ({ a: [1, 2] })],
    ]),
  ).toEqual({ a: [1, 2] });
});

it('answers null, or the default, when no rule matches', () => {
  expect(table('t', 'UNIQUE', [])).toBeNull();
  expect(table('t', 'COLLECT', [])).toBeNull();
  expect(table('t', 'UNIQUE', [], { otherwise: () => 'none' })).toBe('none');
});

it('orders by the values of the outputs', () => {
  const ranked: Rule[] = ['low', 'high', 'other', 'middle'].map(value => [
    () => true,
    () => value,
  ]);
  const priorities = { '': ['high', 'middle', 'low'] };
  expect(table('t', 'PRIORITY', ranked, { priorities })).toBe('high');
  expect(table('t', 'OUTPUT ORDER', ranked, { priorities })).toEqual([
    'high',
    'middle',
    'low',
    'other',
  ]);
  const columns: Rule[] = [
    [() => true, () => ({ a: 'x', b: 'q' })],
    [() => true, () => ({ a: 'x', b: 'p' })],
  ];
  expect(
    table('t', 'PRIORITY', columns, {
      priorities: { a: ['y', 'x'], b: ['p', 'q'] },
    }),
  ).toEqual({ a: 'x', b: 'p' });
});

it('takes a cell that is true or false by itself, a list as a choice, and else what is equal', () => {
  expect(fits(1, true)).toBe(true);
  expect(fits(true, false)).toBe(false);
  expect(fits(1, [2, 1])).toBe(true);
  expect(fits('a', 'a')).toBe(true);
  expect(fits(null, 1)).toBe(false);
});
