import { feelExamples } from '../../../scripts/zeebe/feel-examples';
import { toJson } from '../../runtime/json';
import { compiled } from '../../__testUtils__/feel';
import { feelDifferences } from './differences';

it.each(feelExamples)('$feel is $here here', example => {
  const { feel, variables = {}, here } = example;
  expect(toJson(compiled(feel).evaluate(variables))).toEqual(here);
});

it.each([
  ['0.1 + 0.2 = 0.3', 'in binary'],
  ['amount * 1.19 != total', 'in binary'],
  ['1e5 > x', 'read up to the letter'],
  ['12345678901234567890', 'more digits'],
  ['items[active]', '[active = true]'],
  ['items[not(done)]', '[not(done) = true]'],
  ['count(uuid())', 'no function uuid'],
  ['median(l) > 3', 'as text'],
])('%s differs', (source, text) => {
  expect(feelDifferences(source).join('; ')).toContain(text);
});

it.each([
  'amount > 100000',
  'price * 1.19 > 10',
  'items[1].price + items[i]',
  'items[price > 3]',
  'get or else(name, "nobody") = trim(x)',
  'date(d) < now()',
  'sum(l) = 3',
  'no FEEL (',
])('%s is the same', source => {
  expect(feelDifferences(source)).toEqual([]);
});
