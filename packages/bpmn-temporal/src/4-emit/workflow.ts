import type { Body, FlowNode, ProcessModel } from '../1-parse/model';
import {
  allBodies,
  allNodes,
  boundaryOf,
  compensates,
  compensationOf,
} from '../1-parse/walk';
import { placesIn, structure, structureHandler } from '../3-structure';
import type { Place } from '../runtime/resumable';
import { startChoiceId } from '../3-structure/entry';
import type { Block, FlowChoice } from '../3-structure/statements';
import { aloneIn } from './alone';
import { commentText, identifiers, json, literal, property } from './code';
import { writeElement } from './elements';
import { expression } from './expression';
import { expressionNames } from './feel/names';
import { labelsOf, writeBlock } from './flow';
import { writeStartChoice } from './start-choice';
import { eachStatement, ranBy } from './statements';
import { createWriter } from './writer';
import type { Writer } from './writer';

/** Names that the file uses for itself. */
export const taken = [
  ...(
    'scope handlers outcome variables start policies all adHocSubProcess callActivity catching compensator complexGateway endEvent ' +
    'errorEvent eventGateway eventSubProcess exclusiveGateway inclusiveGateway inclusiveSplit job parallelGateway pass ' +
    'passTask runProcess script startedBy startEvent startEvents subProcess terminateEvent throwEvent tokens undoes userTask decision decisions Start'
  ).split(' '),
  ...expressionNames,
];

export interface WorkflowNames {
  readonly workflowType: string;
  readonly variablesType: string;
  /** Workflow types of all processes of the drawing, by process id. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Types of the variables that a user task is completed with. */
  readonly answersOf: (taskId: string) => Readonly<Record<string, string>>;
}

/** The workflow of a process: on top what the elements are, below how the flow goes. */
export function writeWorkflow(
  path: string,
  process: ProcessModel,
  { workflowType, variablesType, workflows, answersOf }: WorkflowNames,
): Writer {
  const block = structure(process.body);
  const resumable = placesIn(process.body);
  const alone = aloneIn(process);
  const handlers = handlersOf(process.body);
  const parts = partsOf([block, ...handlers.values()]);
  const names = namesOf(process, parts, workflowType);

  const used = new Set<string>(['runProcess']);
  const use = (name: string) => {
    used.add(name);
    return name;
  };
  const table = createWriter(path);
  const writeHandler = (writer: Writer, _body: Body, handlerId: string) => {
    writer.block(
      'run: async scope => {',
      () => writeBlock(writer, handlers.get(handlerId) ?? [], names, use),
      '},',
    );
  };
  for (const body of allBodies(process.body)) {
    const context = {
      body,
      use,
      workflows,
      answersOf,
      expression: (source: string) => expression(source, { use }),
      isAlone: (id: string) => alone.has(id),
      policy: (jobType: string) => `policies[${literal(jobType)}]`,
      blockOf: (id: string) => parts.blocks.get(id),
      writeHandler,
      writeInside: (writer: Writer, inside: Body) =>
        writeBlock(writer, handlers.get(inside.id) ?? [], names, use),
    };
    for (const node of body.nodes.values())
      for (const one of [node, parts.choices.get(`${node.id}/fork`)])
        if (one && parts.shown.has(one.id))
          writeElement(table, names.element(one.id), one, context);
  }
  const flow = createWriter(path);
  if (parts.shown.has(startChoiceId)) writeStartChoice(flow, process, use);
  flow.block(
    `return runProcess(${literal(
      process.id,
    )}, variables, start, async scope => {`,
    () => writeBlock(flow, block, names, use),
    resumable.size ? '}, {' : '});',
  );
  if (resumable.size) writeResumable(flow, resumable);

  const writer = createWriter(path);
  writeHead(writer, process, table, used, variablesType);
  writer.append(table);
  writer.line();
  writer.doc(process.documentation);
  writer.block(
    `export async function ${workflowType}(variables: ${variablesType}, start: Start = {}): Promise<${variablesType}> {`,
    () => writer.append(flow),
    '}',
    process.id,
  );
  return writer;
}

/** Places where a new run can begin, and the ways there; the runtime follows them when the history gets too long. */
function writeResumable(
  writer: Writer,
  resumable: ReadonlyMap<string, Place>,
): void {
  writer.line(
    '  // When its history gets too long, an instance goes on in a new run from these places.',
  );
  writer.block(
    '  resumable: {',
    () => {
      for (const [id, place] of resumable)
        writer.line(`  ${property(id)}: ${json(place)},`);
    },
    '  },',
  );
  writer.line('});');
}

function writeHead(
  writer: Writer,
  process: ProcessModel,
  table: Writer,
  used: Set<string>,
  variablesType: string,
): void {
  const name = commentText(process.name || process.id);
  const id = commentText(process.id);
  writer.line(
    `// ${name}: compiled from the drawing, process ${id}. Do not edit.`,
  );
  if (table.content.includes('policies['))
    writer.line("import { policies } from './policies.ts';");
  writer.line(`import type { ${variablesType} } from './jobs.gen.ts';`);
  // The interpreter brings a library of half a megabyte, so it has a module of its own.
  const decides = used.delete('decisions');
  const interprets = used.delete('interpret');
  writer.imports('import', [...used].sort(), './runtime/index.gen.ts');
  if (interprets)
    writer.line("import { interpret } from './runtime/feelin.gen.ts';");
  if (decides) writer.line("import { decisions } from './decisions.gen.ts';");
  writer.line("import type { Start } from './runtime/index.gen.ts';");
  writer.line();
}

/** Flows that no token gets to by itself: compensation handlers by their id, compensation event subprocesses by theirs. */
function handlersOf(process: Body): Map<string, Block> {
  const handlers = new Map<string, Block>();
  for (const body of allBodies(process)) {
    for (const [eventId, handlerId] of body.handlers) {
      const event = body.nodes.get(eventId);
      if (event?.kind === 'boundary' && compensates(event))
        if (boundaryOf(body, event.attachedTo).includes(event))
          handlers.set(handlerId, structureHandler(body, handlerId));
    }
    const inside = compensationOf(body);
    if (inside) handlers.set(inside.body.id, structure(inside.body));
  }
  return handlers;
}

interface Parts {
  /** Ids of what runs, and so needs a definition. */
  readonly shown: ReadonlySet<string>;
  /** Gateways that open a block, with the one that joins it. */
  readonly blocks: ReadonlyMap<string, { join: FlowNode | undefined }>;
  /** Choices among flows that leave no gateway. */
  readonly choices: ReadonlyMap<string, FlowChoice>;
}

function partsOf(blocks: readonly Block[]): Parts {
  const shown = new Set<string>();
  const joins = new Map<string, { join: FlowNode | undefined }>();
  const choices = new Map<string, FlowChoice>();
  const note = (node: { readonly kind: string } | undefined) => {
    if (node?.kind === 'flowChoice')
      choices.set((node as FlowChoice).id, node as FlowChoice);
  };
  for (const block of blocks)
    eachStatement(block, statement => {
      for (const id of ranBy(statement)) shown.add(id);
      if (statement.kind === 'parallel' && statement.fork) {
        joins.set(statement.fork.id, { join: statement.join });
        note(statement.fork);
      }
      if (statement.kind === 'run' || statement.kind === 'branch')
        note(statement.element.node);
      if (statement.kind === 'tokens')
        for (const { element } of statement.nodes) note(element?.node);
    });
  return { shown, blocks: joins, choices };
}

function namesOf(process: ProcessModel, parts: Parts, workflowType: string) {
  const nodes = new Map(
    [...allNodes(process.body)].map(node => [node.id, node]),
  );
  const unique = identifiers([...taken, workflowType]);
  const constants = new Map<string, string>();
  for (const [id, node] of nodes) {
    const preferred = node.name
      ? [node.name, `${node.name} ${node.type}`, id]
      : [id];
    if (parts.shown.has(id)) constants.set(id, unique(preferred));
    if (parts.choices.has(`${id}/fork`))
      constants.set(
        `${id}/fork`,
        unique(preferred.map(name => `flows of ${name}`)),
      );
  }
  constants.set(startChoiceId, 'startedBy');
  const flows = new Map(
    [...allBodies(process.body)].flatMap(body =>
      body.flows.map(flow => [flow.id, flow.name] as const),
    ),
  );
  return {
    element: (id: string) => constants.get(id) ?? 'undefined',
    label: labelsOf((id: string) => nodes.get(id)?.name || id),
    caption: (id: string) => flows.get(id) ?? nodes.get(id)?.name ?? '',
  };
}
