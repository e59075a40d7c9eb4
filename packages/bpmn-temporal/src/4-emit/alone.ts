import type { FlowNode, ProcessModel, Trigger } from '../1-parse/model';
import { allBodies, boundaryOf, startOf, triggersOf } from '../1-parse/walk';
import { structure } from '../3-structure';
import type { Block, Invocation, Statement } from '../3-structure/statements';
import { eachStatement, ranBy } from './statements';

/**
 * Ids of elements that nothing can interrupt and nothing runs beside, as far as the structure of the flow shows: such
 * a job may hold the workflow task, which a local activity does.
 */
export function aloneIn(process: ProcessModel): ReadonlySet<string> {
  const found = known.get(process) ?? search(process, structure(process.body));
  known.set(process, found);
  return found;
}

const known = new WeakMap<ProcessModel, ReadonlySet<string>>();

function search(process: ProcessModel, block: Block): Set<string> {
  const interrupted = new Set<string>();
  for (const body of allBodies(process.body))
    for (const id of body.nodes.keys())
      if (
        boundaryOf(body, id).some(event => comesFromOutside(triggersOf(event)))
      )
        interrupted.add(id);
  const alone = new Map<string, number>();
  visit(block);
  // an element may be written at several places: all of them have to be such
  eachStatement(block, one => {
    for (const id of ranBy(one)) alone.set(id, (alone.get(id) ?? 0) - 1);
  });
  return new Set([...alone].flatMap(([id, left]) => (left === 0 ? [id] : [])));

  function visit(body: Block): void {
    if (!body.some(startsBeside)) for (const one of body) statement(one);
  }

  function statement(one: Statement): void {
    switch (one.kind) {
      case 'block':
      case 'loop':
        one.body.forEach(statement);
        break;
      case 'run':
        element(one.element);
        break;
      case 'branch':
        element(one.element);
        for (const way of one.cases) way.body.forEach(statement);
        break;
      default:
      // what is in a parallel block, a token region or an event subprocess has something beside it
    }
  }

  function element({ node, inside }: Invocation): void {
    if (interrupted.has(node.id) || repeats(node)) return;
    alone.set(node.id, (alone.get(node.id) ?? 0) + 1);
    if (inside) visit(inside);
  }
}

/** Whether the statement sets something going that may still run when those after it are run. */
function startsBeside(one: Statement): boolean {
  switch (one.kind) {
    case 'listen': {
      const start = startOf(one.node.body);
      return start === undefined || comesFromOutside(triggersOf(start));
    }
    case 'block':
    case 'loop':
      return one.body.some(startsBeside);
    case 'run':
      return one.element.beside.length > 0;
    case 'branch':
      return (
        one.element.beside.length > 0 ||
        one.cases.some(way => way.body.some(startsBeside))
      );
    case 'parallel':
      return one.branches.some(way => way.body.some(startsBeside));
    case 'tokens':
      return one.nodes.some(({ beside }) => beside.length > 0);
    default:
      return false;
  }
}

/** Errors and the like are thrown by the token itself. */
function comesFromOutside(triggers: readonly Trigger[]): boolean {
  return triggers.some(({ kind }) =>
    ['timer', 'message', 'signal', 'conditional'].includes(kind),
  );
}

function repeats(node: Invocation['node']): boolean {
  return (
    'repeat' in node &&
    (node as FlowNode & { repeat?: unknown }).repeat !== undefined
  );
}
