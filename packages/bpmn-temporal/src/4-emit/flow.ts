import type {
  Block,
  Branch,
  Case,
  Invocation,
  Parallel,
  RegionNode,
  Statement,
  TokenRegion,
} from '../3-structure/statements';
import { leaves, uses } from '../3-structure/tidy';
import { commentText, identifiers, literal, property } from './code';
import type { Identifiers } from './code';
import type { Writer } from './writer';

/** How the body of a workflow names its elements. */
export interface Names {
  /** The constant of an element's definition. */
  readonly element: (id: string) => string;
  /** A label for the loop or block at this element. */
  readonly label: (id: string) => string;
  /** What a reader should see beside an id: the name of a flow or event. */
  readonly caption: (id: string) => string;
  /** Notes that a runtime function is used, and answers its name. */
  readonly use: (runtimeFunction: string) => string;
}

export function labelsOf(nameOf: (id: string) => string): Names['label'] {
  const labels = new Map<string, string>();
  const unique: Identifiers = identifiers([]);
  return id => {
    const plain = id.replace(/\/(fork|joined|copy\d+)$/, '');
    const label = labels.get(id) ?? unique([nameOf(plain), plain]);
    labels.set(id, label);
    return label;
  };
}

/** Structured statements → the lines of an async function over `scope`. */
export function writeBlock(
  writer: Writer,
  block: Block,
  given: Omit<Names, 'use'>,
  use: Names['use'],
): void {
  const names = { ...given, use };
  writeStatements(writer, block, names);
}

function writeStatements(writer: Writer, block: Block, names: Names): void {
  for (const statement of block) writeStatement(writer, statement, names);
}

function writeStatement(
  writer: Writer,
  statement: Statement,
  names: Names,
): void {
  switch (statement.kind) {
    case 'run':
      writeCall(writer, statement.element, names, ['await ', ';']);
      break;
    case 'branch':
      writeBranch(writer, statement, names);
      break;
    case 'block':
      writer.block(
        `${names.label(statement.label)}: {`,
        () => writeStatements(writer, statement.body, names),
        '}',
      );
      break;
    case 'loop': {
      const label = uses(statement.body, 'any', statement.label)
        ? `${names.label(statement.label)}: `
        : '';
      writer.block(
        `${label}for (;;) {`,
        () => writeStatements(writer, statement.body, names),
        '}',
      );
      break;
    }
    case 'break':
    case 'continue':
      writer.line(`${statement.kind} ${names.label(statement.label)};`);
      break;
    case 'return':
      writer.line('return;');
      break;
    case 'parallel':
      writeParallel(writer, statement, names);
      break;
    case 'listen':
      writer.block(
        `await ${names.element(
          statement.node.id,
        )}(scope, async scope => {  // ${commentText(statement.node.id)}`,
        () => writeStatements(writer, statement.body, names),
        '});',
        statement.node.id,
      );
      break;
    default:
      writeTokens(writer, statement, names);
  }
}

/** The activities of an ad-hoc subprocess, each with the flow behind it. */
function writeParts(
  writer: Writer,
  { node, parts = [], beside }: Invocation,
  names: Names,
  [call, after]: [string, string],
): void {
  const writeEach =
    (list: readonly { id: string; body: Block }[], parameter: string) => () => {
      for (const { id, body } of list)
        writer.block(
          `${property(id)}: async ${parameter} => {${captionOf(names, id)}`,
          () => writeStatements(writer, body, names),
          '},',
          id,
        );
    };
  const handlers = beside.map(({ eventId, body }) => ({ id: eventId, body }));
  writer.line(`${call}, {  // ${commentText(node.id)}`, node.id);
  writer.indent(writeEach(parts, 'scope'));
  if (handlers.length)
    writer.block('}, {', writeEach(handlers, '()'), `})${after}`);
  else writer.line(`})${after}`);
}

/** One call of an element, with what runs inside and beside it. */
function writeCall(
  writer: Writer,
  element: Invocation,
  names: Names,
  [before, after]: [string, string],
): void {
  const { id } = element.node;
  const call = `${before}${names.element(id)}(scope`;
  const note = `  // ${commentText(id)}`;
  const { inside, parts, beside } = element;
  if (parts) {
    writeParts(writer, element, names, [call, after]);
    return;
  }
  const writeBeside = () => {
    for (const { eventId, body } of beside)
      writer.block(
        `${property(eventId)}: async () => {${captionOf(names, eventId)}`,
        () => writeStatements(writer, body, names),
        '},',
        eventId,
      );
  };
  if (inside) {
    writer.line(`${call}, async scope => {${note}`, id);
    writer.indent(() => writeStatements(writer, inside, names));
    if (beside.length) writer.block('}, {', writeBeside, `})${after}`);
    else writer.line(`})${after}`);
    return;
  }
  if (beside.length)
    writer.block(`${call}, {${note}`, writeBeside, `})${after}`, id);
  else writer.line(`${call})${after}${note}`, id);
}

function writeBranch(writer: Writer, branch: Branch, names: Names): void {
  const { element, cases } = branch;
  const outcome =
    element.inside || element.beside.length ? 'outcome' : undefined;
  if (cases.length === 2) writeIf(writer, element, cases, names, outcome);
  else writeSwitch(writer, element, cases, names, outcome);
}

function writeIf(
  writer: Writer,
  element: Invocation,
  cases: readonly Case[],
  names: Names,
  variable: string | undefined,
): void {
  const [test, other] = order(cases);
  if (!test || !other) return;
  const { id } = element.node;
  const open = (operand: string) => {
    const [compare, body, rest] = test.body.length
      ? ['===', test.body, other.body]
      : ['!==', other.body, []];
    const head = `if (${operand} ${compare} ${literal(
      test.outcome ?? '',
    )}) {${captionOf(names, test.outcome)}`;
    const flat = leaves(body);
    if (!body.length) writer.line(`${operand};`, id);
    else {
      writer.line(head, id);
      writer.indent(() => writeStatements(writer, body, names));
      if (rest.length && !flat)
        writer.block(
          '} else {',
          () => writeStatements(writer, rest, names),
          '}',
        );
      else writer.line('}');
      if (flat) writeStatements(writer, rest, names);
    }
  };
  writeOperand(writer, element, names, variable, open);
}

/** The case to test for stands first: one that has an outcome, and of two the one that leaves or does something. */
function order(cases: readonly Case[]): readonly Case[] {
  const [first, second] = cases;
  if (!first || !second) return cases;
  if (first.outcome === undefined) return [second, first];
  if (second.outcome === undefined) return cases;
  if (!leaves(first.body) && leaves(second.body)) return [second, first];
  return first.body.length === 0 ? [second, first] : cases;
}

function writeSwitch(
  writer: Writer,
  element: Invocation,
  cases: readonly Case[],
  names: Names,
  variable: string | undefined,
): void {
  writeOperand(writer, element, names, variable, operand => {
    const ordered = [...cases].sort(
      (a, b) =>
        Number(a.outcome === undefined) - Number(b.outcome === undefined),
    );
    const inside = () => {
      for (const { outcome, body } of ordered) {
        if (outcome === undefined && body.length === 0) continue;
        const head =
          outcome === undefined
            ? 'default:'
            : `case ${literal(outcome)}:${captionOf(names, outcome)}`;
        writer.line(head);
        writer.indent(() => {
          writeStatements(writer, body, names);
          if (!leaves(body)) writer.line('break;');
        });
      }
    };
    writer.block(`switch (${operand}) {`, inside, '}', element.node.id);
  });
}

function writeOperand(
  writer: Writer,
  element: Invocation,
  names: Names,
  variable: string | undefined,
  use: (operand: string) => void,
): void {
  if (variable === undefined) {
    use(`(await ${names.element(element.node.id)}(scope))`);
    return;
  }
  writer.block(
    '{',
    () => {
      writeCall(writer, element, names, [`const ${variable} = await `, ';']);
      use(variable);
    },
    '}',
  );
}

function writeParallel(
  writer: Writer,
  statement: Parallel,
  names: Names,
): void {
  const { fork, join, branches, taken } = statement;
  const close = join ? `  // ${commentText(join.id)}` : '';
  if (taken === 'some' && fork) {
    writer.block(
      `await ${names.element(fork.id)}(scope, {  // ${commentText(fork.id)}`,
      () => {
        for (const { flowId, body } of branches)
          writeBranchOf(writer, body, names, `${property(flowId)}: `, flowId);
      },
      `});${close}`,
      fork.id,
    );
    return;
  }
  const open = fork
    ? `await ${names.element(fork.id)}(scope,  // ${commentText(fork.id)}`
    : `await ${names.use('all')}(scope, ${literal(statement.id)},`;
  writer.block(
    open,
    () => {
      for (const { body } of branches) writeBranchOf(writer, body, names, '');
    },
    `);${close}`,
    fork?.id,
  );
}

function writeBranchOf(
  writer: Writer,
  body: Block,
  names: Names,
  key: string,
  flowId?: string,
): void {
  if (!body.length) {
    writer.line(`${key}async () => {},`);
    return;
  }
  writer.block(
    `${key}async () => {${captionOf(names, flowId)}`,
    () => writeStatements(writer, body, names),
    '},',
  );
}

function writeTokens(writer: Writer, region: TokenRegion, names: Names): void {
  writer.line(
    '// These flows are no nest of blocks: the runtime moves tokens from node to node.',
  );
  const inside = () => {
    for (const node of region.nodes) writeRegionNode(writer, node, names);
  };
  writer.block(
    `await ${names.use('tokens')}(scope, {`,
    inside,
    `}, ${literal(region.entry)});`,
  );
}

function writeRegionNode(writer: Writer, node: RegionNode, names: Names): void {
  const flows = (list: RegionNode['out']) =>
    `{ ${list
      .map(({ id, target }) => `${property(id)}: ${literal(target)}`)
      .join(', ')} }`;
  const complex = node.joins === 'complex' && node.join.length > 1;
  const kind = { all: 'join', some: 'merge', complex: 'complex' }[node.joins];
  const rest = [
    node.join.length > 1 || node.needs > 1
      ? `${kind}: [${node.join.map(literal).join(', ')}]`
      : '',
    node.needs > 1 ? `needs: ${node.needs}` : '',
    node.gives > 1 ? `gives: ${node.gives}` : '',
    node.out.length ? `out: ${flows(node.out)}` : '',
    node.on.length ? `on: ${flows(node.on)}` : '',
    node.beside.length ? `beside: ${flows(node.beside)}` : '',
  ].filter(Boolean);
  const { element } = node;
  if (!element) {
    writer.line(`${property(node.id)}: { ${rest.join(', ')} },`, node.id);
    return;
  }
  if (!element.inside && !element.parts && !element.beside.length) {
    const run = `${complex ? 'gateway' : 'run'}: ${names.element(
      element.node.id,
    )}`;
    writer.line(
      `${property(node.id)}: { ${[run, ...rest].join(', ')} },`,
      node.id,
    );
    return;
  }
  writer.block(
    `${property(node.id)}: {`,
    () => {
      writeRegionRun(writer, element, names);
      for (const entry of rest) writer.line(`${entry},`);
    },
    '},',
    node.id,
  );
}

function writeRegionRun(
  writer: Writer,
  element: Invocation,
  names: Names,
): void {
  const name = names.element(element.node.id);
  const { inside, parts, beside } = element;
  const handlers = () => {
    writer.line('...handlers,');
    for (const { eventId, body } of beside)
      writer.block(
        `${property(eventId)}: async () => {`,
        () => writeStatements(writer, body, names),
        '},',
        eventId,
      );
  };
  if (parts) {
    writer.line(`run: (scope, handlers) => ${name}(scope, {`);
    writer.indent(() => {
      for (const { id, body } of parts)
        writer.block(
          `${property(id)}: async scope => {`,
          () => writeStatements(writer, body, names),
          '},',
          id,
        );
    });
    writer.block('}, {', handlers, '}),');
    return;
  }
  if (inside) {
    writer.line(`run: (scope, handlers) => ${name}(scope, async scope => {`);
    writer.indent(() => writeStatements(writer, inside, names));
    writer.block('}, {', handlers, '}),');
    return;
  }
  writer.block(`run: (scope, handlers) => ${name}(scope, {`, handlers, '}),');
}

function captionOf(names: Names, id: string | undefined): string {
  const caption = id === undefined ? '' : names.caption(id);
  return caption ? `  // ${commentText(caption)}` : '';
}
