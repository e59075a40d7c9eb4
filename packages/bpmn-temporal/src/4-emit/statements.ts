import type { Block, Invocation, Statement } from '../3-structure/statements';

/** Visits every statement of the blocks, those inside and beside elements too. */
export function eachStatement(
  block: Block,
  visit: (statement: Statement) => void,
): void {
  const within = (element: Invocation | undefined) => {
    if (!element) return;
    if (element.inside) eachStatement(element.inside, visit);
    for (const { body } of [...(element.parts ?? []), ...element.beside])
      eachStatement(body, visit);
  };
  for (const statement of block) {
    visit(statement);
    switch (statement.kind) {
      case 'block':
      case 'loop':
      case 'listen':
        eachStatement(statement.body, visit);
        break;
      case 'parallel':
        for (const { body } of statement.branches) eachStatement(body, visit);
        break;
      case 'run':
        within(statement.element);
        break;
      case 'branch':
        within(statement.element);
        for (const way of statement.cases) eachStatement(way.body, visit);
        break;
      case 'tokens':
        for (const { element } of statement.nodes) within(element);
        break;
      default:
    }
  }
}

/** Ids of everything that the statement runs itself. */
export function ranBy(statement: Statement): string[] {
  switch (statement.kind) {
    case 'run':
    case 'branch':
      return [statement.element.node.id];
    case 'listen':
      return [statement.node.id];
    case 'parallel':
      return statement.fork ? [statement.fork.id] : [];
    case 'tokens':
      return statement.nodes.flatMap(({ element }) =>
        element ? [element.node.id] : [],
      );
    default:
      return [];
  }
}
