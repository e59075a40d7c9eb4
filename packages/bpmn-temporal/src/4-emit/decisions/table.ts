import type { DecisionTable } from '../../dmn/model';
import { commentText, identifiers, literal, property } from '../code';
import { expressionNames } from '../feel/names';
import type { Use } from '../feel/translate';
import type { Writer } from '../writer';
import { constantsOf, valueOf } from './expressions';
import { unaryTests } from './unary-tests';

/** Writes the rows of a decision table: what has to hold of the inputs, and the answer. */
export function writeTable(
  writer: Writer,
  title: string,
  logic: DecisionTable,
  use: Use,
  taken: Iterable<string>,
): void {
  const unique = identifiers([...expressionNames, ...taken]);
  const inputs = logic.inputs.map(({ expression, label }) => {
    const code = valueOf(expression, use).replace(/ \?\? null$/, '');
    if (/^v\.\w+$/.test(code)) return code;
    const name = unique([label || 'input']);
    writer.line(`const ${name} = ${code};`);
    return name;
  });
  writer.block(
    `return ${use('table')}(${literal(title)}, ${literal(logic.hitPolicy)}, [`,
    () => {
      for (const rule of logic.rules) {
        const tests = inputs.flatMap(
          (input, index) =>
            unaryTests(rule.tests[index] ?? '', input, use) ?? [],
        );
        if (rule.annotation) writer.line(`// ${commentText(rule.annotation)}`);
        writer.line(
          `[() => ${all(tests, use)}, () => ${body(
            answer(logic, rule.outputs, use),
          )}],`,
        );
      }
    },
    `]${optionsOf(logic, use)});`,
  );
}

function all(tests: readonly string[], use: Use): string {
  const [only = 'true', more] = tests;
  return more === undefined ? only : `${use('and')}(${tests.join(', ')})`;
}

/** The value of a single output, or a context of several. */
function answer(
  { outputs }: DecisionTable,
  entries: readonly string[],
  use: Use,
): string {
  const codes = entries.map(entry => valueOf(entry, use));
  if (outputs.length < 2) return codes[0] ?? 'null';
  const fields = outputs.map(
    ({ name }, index) => `${property(name)}: ${codes[index] ?? 'null'}`,
  );
  return `{ ${fields.join(', ')} }`;
}

function optionsOf(logic: DecisionTable, use: Use): string {
  const { outputs } = logic;
  const fields: string[] = [];
  if (outputs.some(({ otherwise }) => otherwise !== '')) {
    const entries = outputs.map(({ otherwise }) => otherwise);
    fields.push(`otherwise: () => ${body(answer(logic, entries, use))}`);
  }
  if (/PRIORITY|OUTPUT ORDER/.test(logic.hitPolicy)) {
    const priorities = outputs.map(({ name, values }) => {
      const key = outputs.length < 2 ? "''" : property(name);
      return `${key}: ${constantsOf(values, use)}`;
    });
    fields.push(`priorities: { ${priorities.join(', ')} }`);
  }
  return fields.length ? `, { ${fields.join(', ')} }` : '';
}

function body(code: string): string {
  return code.startsWith('{') ? `(${code})` : code;
}
