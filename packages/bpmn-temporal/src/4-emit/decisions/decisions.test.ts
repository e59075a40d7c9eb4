import fc from 'fast-check';
import {
  decisionTable,
  dmn,
  expressionDecision,
} from '../../__testUtils__/dmn';
import { withRequired } from '../../dmn/model';
import { parseDecisions } from '../../dmn/parse';
import { MAX_SOURCE_BYTES } from '../../sourceLimit';
import { problemsOf } from '../../dmn/problems';
import * as access from '../../runtime/feel-access';
import * as compare from '../../runtime/feel-compare';
import { fits } from '../../runtime/decision-table';
import { fn } from '../../runtime/feel-functions';
import * as logic from '../../runtime/feel-logic';
import * as range from '../../runtime/feel-range';
import { interpretTest } from '../../runtime/feelin';
import { decisionsFile } from './file';
import { unaryTests } from './unary-tests';

const dinner = dmn(
  decisionTable(
    'season',
    'Season',
    'FIRST',
    `temperature => season
     > 25        => "Summer"
     [10..25]    => "Spring"
     -           => "Winter"`,
  ),
  decisionTable(
    'dish',
    'Dish',
    'UNIQUE',
    `season                  | guests | string length(note) => dish     | price
     "Winter"                | <= 8   | -                   => "Roast"  | 20
     not("Winter", "Spring") | ? > 8  | contains(note, "x") => "Stew"   | 10
     "Spring"                | < date(note) | favourite     => {a: 1}   | today()`,
    ['season'],
  ),
  expressionDecision('total', 'sum(prices) * 1.19'),
  expressionDecision('fixed', '"a"'),
);

it('writes a function for each decision, in the order in which they need one another', async () => {
  const decisions = await parseDecisions({ 'dinner.dmn': dinner });
  expect(decisions.problems).toEqual([]);
  expect([...problemsOf(decisions, 'dish')]).toEqual([]);
  expect(
    decisionsFile(withRequired(decisions, ['dish', 'total', 'fixed'])),
  ).toMatchSnapshot();
});

it('tells what stands against a decision', async () => {
  const decisions = await parseDecisions({
    'a.dmn': dmn(
      decisionTable('t', 'T', 'UNIQUE', 'a => b\n> => 1\n1 => 2 +', ['gone']),
      expressionDecision('x', '1', ['y']),
      expressionDecision('y', '1', ['x']),
      decisionTable('s', 'S', 'COLLECT of SUM', 'a => b | c\n1 => 2 | 3'),
      '<decision id="e" name="E" />',
      '<decision id="c" name="C"><context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context></decision>',
    ),
    'b.dmn': dmn(expressionDecision('x', '2')),
    'c.dmn': 'no xml',
    'd.dmn': '<!DOCTYPE a><a/>',
    'e.dmn':
      '<definitions xmlns="http://www.omg.org/spec/DMN/20151101/dmn.xsd" id="d" />',
  });
  expect(decisions.problems).toMatchSnapshot();
  const problems = ['t', 'x', 's', 'e', 'c'].flatMap(id => [
    ...problemsOf(decisions, id),
  ]);
  expect(problems).toMatchSnapshot();
});

it('reads no file that is larger than a drawing may be', async () => {
  const large = dmn(expressionDecision('x', '1'));
  const { byId, problems } = await parseDecisions({
    'fits.dmn': large.padEnd(MAX_SOURCE_BYTES),
    'large.dmn': large.padEnd(MAX_SOURCE_BYTES + 1),
  });
  expect([...byId.keys()]).toEqual(['x']);
  expect(problems).toEqual(['large.dmn: the file is larger than 10 MiB']);
});

it('lets no text of a file become code', async () => {
  const evil = "x'); process.exit(1); ('*/";
  const decisions = await parseDecisions({
    'evil.dmn': dmn(
      expressionDecision('constructor', '"a"'),
      decisionTable(
        '__proto__',
        evil,
        'FIRST',
        `a => ${evil.slice(0, 1)}\n- => "${evil}"`,
      ),
    ),
  });
  const file = decisionsFile(
    withRequired(decisions, ['constructor', '__proto__']),
  );
  expect(file).toContain("'x\\'); process.exit(1); (\\'*/'");
  expect(file).toContain("['__proto__']:");
  expect(file).not.toMatch(/\*\/.*\*\//);
});

const cell = fc
  .array(
    fc.constantFrom(
      '1',
      '"a"',
      'true',
      'null',
      '> 1',
      '<= "b"',
      '[0..2)',
      '? > 0',
      'contains(?, "a")',
      'x',
      '[1, "a"]',
      '-1',
      '? in [1, 2]',
      '= 1',
      '!= "a"',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain(tests =>
    fc.constantFrom(tests.join(', '), `not(${tests.join(', ')})`),
  );
const scalar = fc.constantFrom(0, 1, 2, -1, 'a', 'b', true, false);

it('tests as the library does', () => {
  const runtime = {
    ...access,
    ...compare,
    ...logic,
    ...range,
    fn,
    fits,
    interpretTest,
  };
  fc.assert(
    fc.property(cell, scalar, scalar, (source, input, x) => {
      const code = unaryTests(source, 'input', name => name);
      // The text is the compiler's own, which is what is tested here.
      // eslint-disable-next-line no-new-func
      const test = new Function(
        'input',
        'v',
        ...Object.keys(runtime),
        `return ${code};`,
      );
      const given = test(input, { x }, ...Object.values(runtime)) === true;
      expect([source, given]).toEqual([
        source,
        interpretTest(source, input, { x }),
      ]);
    }),
    { numRuns: 3000 },
  );
});
