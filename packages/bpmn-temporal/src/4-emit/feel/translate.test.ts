import { literal } from '../code';
import { expression } from '../expression';

const table: readonly (readonly [feel: string, code: string])[] = [
  ['amount > 100000', 'v => gt(v.amount, 100000)'],
  [
    'order.customer.name = "Ann"',
    "v => eq(get(v.order, 'customer', 'name'), 'Ann')",
  ],
  ['my var + 1', "v => add(v['my var'], 1)"],
  ['-a ** 2 - -1', 'v => sub(pow(negate(v.a), 2), -1)'],
  ['a and b and (c or d)', 'v => and(v.a, v.b, or(v.c, v.d))'],
  [
    'not(done) and status != "open"',
    "v => and(not(v.done), ne(v.status, 'open'))",
  ],
  ['if ok then 1 else {a: b}', 'v => (holds(v.ok) ? 1 : { a: v.b ?? null })'],
  ['if n > 1 then "many" else "one"', "v => (gt(v.n, 1) ? 'many' : 'one')"],
  ['{a: 1, "b c": [d, 2]}', "v => ({ a: 1, 'b c': [v.d ?? null, 2] })"],
  ['x between 1 and y', 'v => between(v.x, 1, v.y)'],
  ['state in ["open", "new"]', "v => isIn(v.state, ['open', 'new'])"],
  [
    'n in (1, [5..9), > 100)',
    "v => isIn(v.n, [1, range(5, 9, '[)'), x => gt(x, 100)])",
  ],
  ['items[1].price', "v => get(at(v.items, 1), 'price')"],
  ['items[price > limit]', 'v => where(v, v.items, w => gt(w.price, w.limit))'],
  [
    'for i in items return i.price * n',
    "v => each(v.items, i => mul(get(i, 'price'), v.n))",
  ],
  [
    'for i in 1..count(l) return i',
    'v => each(steps(1, fn.count(v.l)), i => i)',
  ],
  ['some i in items satisfies i > 3', 'v => some(v.items, i => gt(i, 3))'],
  [
    'for x in a return b[p = x]',
    'v => each(v.a, x => where({ ...v, x }, v.b, w => eq(w.p, w.x)))',
  ],
  ['sum(items.price) > 10', "v => gt(fn.sum(get(v.items, 'price')), 10)"],
  [
    'string length(upper case(name))',
    'v => fn.stringLength(fn.upperCase(v.name))',
  ],
  ['sort(l, function(a, b) a < b)', 'v => fn.sort(v.l, (a, b) => lt(a, b))'],
  ['get or else(name, "nobody")', "v => fn.getOrElse(v.name, 'nobody')"],
  ['"a\\"b\\n\\u0041"', "() => 'a\"b\\nA'"],
  ['null', '() => null'],
  // Nothing of a prototype, and nothing of the drawing, becomes code.
  ['constructor.name', "v => get(get(v, 'constructor'), 'name')"],
  ['__proto__', "v => get(v, '__proto__')"],
  ['"\'); evil(\'"', "() => '\\'); evil(\\''"],
  ['for gt in l return gt', 'v => each(v.l, gt2 => gt2)'],
  ['for v in l return v + x', 'v => each(v.l, v2 => add(v2, v.x))'],
];

it.each(table)('translates %s', (feel, code) => {
  const written = expression(`=${feel}`, { use: name => name });
  expect(written).toBe(`feel(${literal(feel)}, ${code})`);
});

const interpreted = [
  'date("2030-01-01")',
  'duration("P1D")',
  '@"2030-01-01"',
  'now() > x',
  'today()',
  'for x in a, y in b return x',
  'l[>3]',
  '{a: 1, b: a}',
  'function(a) a',
  'substring(string: "abc", start position: 2)',
  'count()',
  'unknown thing(1)',
  'median(l)',
  'partial',
];

it.each(interpreted)('leaves %s to the interpreter', feel => {
  const used: string[] = [];
  const use = (name: string) => {
    used.push(name);
    return name;
  };
  expect(expression(`=${feel}`, { use })).toMatch(/^interpret\('/);
  expect(used).toEqual(['interpret']);
});

it('leaves text that is no FEEL alone', () => {
  expect(expression("it's", { use: name => name })).toBe("'it\\'s'");
});
