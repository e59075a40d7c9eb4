import type {
  Invocation,
  RegionNode,
  TokenRegion,
} from '../../3-structure/statements';
import { literal, property } from '../code';
import type { Pen } from './pen';

/** Flows that are no nest of blocks, as a table of nodes. */
export function writeTokens(pen: Pen, region: TokenRegion): void {
  pen.writer.line(
    '// These flows are no nest of blocks: the runtime moves tokens from node to node.',
  );
  const inside = () => {
    for (const node of region.nodes) writeRegionNode(pen, node);
  };
  pen.writer.block(
    `await ${pen.use('tokens')}(scope, {`,
    inside,
    `}, ${literal(region.entry)});`,
  );
}

function writeRegionNode(pen: Pen, node: RegionNode): void {
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
    pen.writer.line(`${property(node.id)}: { ${rest.join(', ')} },`, node.id);
    return;
  }
  if (!element.inside && !element.parts && !element.beside.length) {
    const run = `${complex ? 'gateway' : 'run'}: ${pen.element(
      element.node.id,
    )}`;
    pen.writer.line(
      `${property(node.id)}: { ${[run, ...rest].join(', ')} },`,
      node.id,
    );
    return;
  }
  pen.writer.block(
    `${property(node.id)}: {`,
    () => {
      writeRegionRun(pen, element);
      for (const entry of rest) pen.writer.line(`${entry},`);
    },
    '},',
    node.id,
  );
}

function writeRegionRun(pen: Pen, element: Invocation): void {
  const name = pen.element(element.node.id);
  const { inside, parts, beside } = element;
  const handlers = () => {
    pen.writer.line('...handlers,');
    for (const { eventId, body } of beside)
      pen.writer.block(
        `${property(eventId)}: async () => {`,
        () => pen.write(body),
        '},',
        eventId,
      );
  };
  if (parts) {
    pen.writer.line(`run: (scope, handlers) => ${name}(scope, {`);
    pen.writer.indent(() => {
      for (const { id, body } of parts)
        pen.writer.block(
          `${property(id)}: async scope => {`,
          () => pen.write(body),
          '},',
          id,
        );
    });
    pen.writer.block('}, {', handlers, '}),');
    return;
  }
  if (inside) {
    pen.writer.line(
      `run: (scope, handlers) => ${name}(scope, async scope => {`,
    );
    pen.writer.indent(() => pen.write(inside));
    pen.writer.block('}, {', handlers, '}),');
    return;
  }
  pen.writer.block(
    `run: (scope, handlers) => ${name}(scope, {`,
    handlers,
    '}),',
  );
}
