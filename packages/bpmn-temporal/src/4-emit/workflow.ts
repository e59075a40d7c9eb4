import { allBodies, allNodes } from '../1-parse/model';
import type { FlowNode, ProcessModel } from '../1-parse/model';
import { structure } from '../3-structure';
import { startChoiceId } from '../3-structure/graph';
import type { Block, Statement } from '../3-structure/statements';
import { commentText, identifiers, literal, property } from './code';
import { writeElement } from './elements';
import { labelsOf, writeBlock } from './flow';
import { createWriter } from './writer';
import type { Writer } from './writer';

/** Names that the file uses for itself. */
export const taken = [
  'scope',
  'handlers',
  'outcome',
  'variables',
  'start',
  'policies',
  'all',
  'catching',
  'endEvent',
  'errorEvent',
  'pass',
  'terminateEvent',
  'eventGateway',
  'exclusiveGateway',
  'parallelGateway',
  'job',
  'runProcess',
  'startEvents',
  'subProcess',
  'passTask',
  'script',
  'tokens',
  'userTask',
];

/** The workflow of a process: on top what the elements are, below how the flow goes. */
export function writeWorkflow(
  path: string,
  process: ProcessModel,
  workflowType: string,
  variablesType: string,
): Writer {
  const block = structure(process.body);
  const shown = invoked(block);
  const blocks = parallelBlocks(block);
  const nodes = new Map(
    [...allNodes(process.body)].map(node => [node.id, node]),
  );
  const unique = identifiers([...taken, workflowType]);
  const constants = new Map<string, string>();
  for (const [id, node] of nodes)
    if (shown.has(id))
      constants.set(
        id,
        unique(node.name ? [node.name, `${node.name} ${node.type}`, id] : [id]),
      );
  if (shown.has(startChoiceId)) constants.set(startChoiceId, 'startedBy');
  const nameOf = (id: string) => nodes.get(id)?.name || id;
  const flowNames = new Map(
    [...allBodies(process.body)].flatMap(body =>
      body.flows.map(flow => [flow.id, flow.name] as const),
    ),
  );
  const names = {
    element: (id: string) => constants.get(id) ?? 'undefined',
    label: labelsOf(nameOf),
    caption: (id: string) => flowNames.get(id) ?? nodes.get(id)?.name ?? '',
  };

  const used = new Set<string>(['runProcess']);
  const use = (name: string) => {
    used.add(name);
    return name;
  };
  noteUses(block, use);
  const table = createWriter(path);
  for (const body of allBodies(process.body))
    for (const node of body.nodes.values())
      if (shown.has(node.id))
        writeElement(table, names.element(node.id), node, {
          body,
          use,
          policy: jobType => `policies[${literal(jobType)}]`,
          blockOf: id => blocks.get(id),
        });

  const writer = createWriter(path);
  writer.line(
    `// ${commentText(
      process.name || process.id,
    )}: compiled from the drawing, process ${commentText(
      process.id,
    )}. Do not edit.`,
  );
  if (table.content.includes('policies['))
    writer.line("import { policies } from './policies.ts';");
  writer.line(`import type { ${variablesType} } from './jobs.gen.ts';`);
  const types = shown.has(startChoiceId) ? ', Start' : '';
  writer.imports('import', [...used].sort(), './runtime/index.gen.ts');
  if (types)
    writer.line("import type { Start } from './runtime/index.gen.ts';");
  writer.line();
  writer.append(table);
  writer.line();
  writer.doc(process.documentation);
  const parameter = types ? ', start: Start = {}' : '';
  writer.block(
    `export async function ${workflowType}(variables: ${variablesType}${parameter}): Promise<${variablesType}> {`,
    () => {
      if (types) writeStartChoice(writer, process, use);
      writer.block(
        `return runProcess(${literal(process.id)}, variables, async scope => {`,
        () => writeBlock(writer, block, names),
        '});',
      );
    },
    '}',
    process.id,
  );
  return writer;
}

function writeStartChoice(
  writer: Writer,
  process: ProcessModel,
  use: (name: string) => string,
): void {
  const starts = [...process.body.nodes.values()].flatMap(node => {
    if (node.kind !== 'start') return [];
    const message =
      node.trigger?.kind === 'message'
        ? literal(node.trigger.name)
        : 'undefined';
    return [`${property(node.id)}: ${message}`];
  });
  writer.line(
    `const startedBy = ${use('startEvents')}(start, { ${starts.join(', ')} });`,
  );
}

/** Every element that the blocks run. */
function invoked(block: Block, into: Set<string> = new Set()): Set<string> {
  eachStatement(block, statement => {
    if (statement.kind === 'run' || statement.kind === 'branch')
      into.add(statement.element.node.id);
    if (statement.kind === 'parallel' && statement.fork)
      into.add(statement.fork.id);
    if (statement.kind === 'tokens')
      for (const node of statement.nodes) if (node.element) into.add(node.id);
  });
  return into;
}

function parallelBlocks(
  block: Block,
): Map<string, { join: FlowNode | undefined }> {
  const blocks = new Map<string, { join: FlowNode | undefined }>();
  eachStatement(block, statement => {
    if (statement.kind === 'parallel' && statement.fork)
      blocks.set(statement.fork.id, { join: statement.join });
  });
  return blocks;
}

function noteUses(block: Block, use: (name: string) => string): void {
  eachStatement(block, statement => {
    if (statement.kind === 'parallel' && !statement.fork) use('all');
    if (statement.kind === 'tokens') {
      use('tokens');
    }
  });
}

function eachStatement(
  block: Block,
  visit: (statement: Statement) => void,
): void {
  for (const statement of block) {
    visit(statement);
    switch (statement.kind) {
      case 'block':
      case 'loop':
        eachStatement(statement.body, visit);
        break;
      case 'parallel':
        statement.branches.forEach(branch => eachStatement(branch, visit));
        break;
      case 'run':
      case 'branch':
        if (statement.element.inside)
          eachStatement(statement.element.inside, visit);
        statement.element.beside.forEach(({ body }) =>
          eachStatement(body, visit),
        );
        if (statement.kind === 'branch')
          statement.cases.forEach(way => eachStatement(way.body, visit));
        break;
      case 'tokens':
        for (const { element } of statement.nodes) {
          if (element?.inside) eachStatement(element.inside, visit);
          element?.beside.forEach(({ body }) => eachStatement(body, visit));
        }
        break;
      default:
    }
  }
}
