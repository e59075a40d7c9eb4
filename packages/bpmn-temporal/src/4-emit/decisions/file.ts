import type { Parsed } from '../../1-parse';
import { allNodes } from '../../1-parse/walk';
import { withRequired } from '../../dmn/model';
import type { Decision } from '../../dmn/model';
import { commentText, identifiers, property } from '../code';
import { expressionNames } from '../feel/names';
import { createWriter } from '../writer';
import type { Writer } from '../writer';
import { valueOf } from './expressions';
import { writeTable } from './table';

/** The decisions that the processes call, with all that these require. */
export function calledDecisions({ drawing, decisions }: Parsed): Decision[] {
  const ids = drawing.processes.flatMap(({ body }) =>
    [...allNodes(body)].flatMap(node =>
      node.kind === 'task' && node.work.kind === 'decision'
        ? [node.work.decisionId]
        : [],
    ),
  );
  return withRequired(decisions, ids);
}

/** src/decisions.gen.ts: a function for each decision; those that another requires stand before it. */
export function decisionsFile(decisions: readonly Decision[]): string {
  const unique = identifiers([...expressionNames, ...taken]);
  const names = new Map(
    decisions.map(({ id, name }) => [id, unique([name, id, 'decision'])]),
  );
  const used = new Set<string>();
  const use = (name: string) => {
    used.add(name);
    return name;
  };
  const functions = createWriter('src/decisions.gen.ts');
  for (const decision of decisions)
    writeDecision(functions, decision, names, decisions, use);
  functions.line();
  functions.line('/** The decisions by their ids. */');
  functions.block(
    'export const decisions = {',
    () => {
      for (const [id, name] of names)
        functions.line(id === name ? `${name},` : `${property(id)}: ${name},`);
    },
    '};',
  );

  const writer = createWriter('src/decisions.gen.ts');
  writer.line(
    '// The decisions that business rule tasks call, from the DMN files. Do not edit.',
  );
  for (const [module, exported] of modules) {
    const imported = [...used].filter(exported).sort();
    if (imported.length)
      writer.imports('import', imported, `./runtime/${module}.gen.ts`);
  }
  writer.line(
    "import type { JsonObject, JsonValue } from './runtime/json.gen.ts';",
  );
  writer.append(functions);
  return writer.content;
}

const taken = [
  'table',
  'fits',
  'toJson',
  'variables',
  'decisions',
  'interpretTest',
];

const interpreters = ['interpret', 'interpretTest'];
const tableNames = ['table', 'fits'];

const modules: readonly (readonly [
  module: string,
  exported: (name: string) => boolean,
])[] = [
  ['decision-table', name => tableNames.includes(name)],
  [
    'feel-exports',
    name => ![...interpreters, ...tableNames, 'toJson'].includes(name),
  ],
  ['feelin', name => interpreters.includes(name)],
  ['json', name => name === 'toJson'],
];

function writeDecision(
  writer: Writer,
  decision: Decision,
  names: ReadonlyMap<string, string>,
  decisions: readonly Decision[],
  use: (name: string) => string,
): void {
  const { id, name, logic } = decision;
  const policy = logic.kind === 'table' ? `, ${logic.hitPolicy}` : '';
  const required = decisions
    .filter(other => decision.requires.includes(other.id))
    .map(
      other => `${property(other.variable)}: ${names.get(other.id)}(variables)`,
    );
  let reads = false;
  const noting = (used: string) => {
    if (used !== 'v') return use(used);
    reads = true;
    return used;
  };
  const title = name === id ? id : `${name} (${id})`;
  const lines = createWriter('');
  if (logic.kind === 'table')
    writeTable(lines, title, logic, noting, [...names.values(), ...taken]);
  if (logic.kind === 'literal')
    lines.line(`return ${use('toJson')}(${valueOf(logic.text, noting)});`);

  const enriches = reads && required.length > 0;
  const given = enriches ? 'variables' : 'v';
  writer.line();
  writer.line(`/** ${commentText(name)} (${commentText(id)}${policy}) */`);
  writer.line(
    `export function ${names.get(id)}(${
      reads ? given : '_v'
    }: JsonObject): JsonValue {`,
  );
  writer.indent(() => {
    if (enriches)
      writer.line(
        `const v: JsonObject = { ...variables, ${required.join(', ')} };`,
      );
    for (const line of lines.content.trimEnd().split('\n')) writer.line(line);
  });
  writer.line('}');
}
