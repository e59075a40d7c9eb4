import type { ProcessModel } from '../1-parse/model';
import { allBodies, allNodes } from '../1-parse/walk';
import { structure, structureHandler } from '../3-structure';
import type { Statement, TokenRegion } from '../3-structure/statements';
import type { FlowShape } from '../types';
import { eachStatement, ranBy } from './statements';

/** How much of a process became nested code, and how much a table that tokens are moved over. */
export function flowShapeOf(process: ProcessModel): FlowShape {
  const drawn = new Set([...allNodes(process.body)].map(({ id }) => id));
  const blocks = [structure(process.body)];
  for (const body of allBodies(process.body))
    for (const handler of new Set(body.handlers.values()))
      blocks.push(structureHandler(body, handler));
  const statements: Statement[] = [];
  for (const block of blocks)
    eachStatement(block, statement => statements.push(statement));
  const runs = new Map<string, number>();
  for (const id of statements.flatMap(ranBy))
    if (drawn.has(id)) runs.set(id, (runs.get(id) ?? 0) + 1);
  const regions = statements.filter(
    (statement): statement is TokenRegion => statement.kind === 'tokens',
  );
  const inRegions = new Set(
    regions
      .flatMap(({ nodes }) => nodes.map(({ id }) => id))
      .filter(id => drawn.has(id)),
  );
  const copies = [...runs.values()].reduce((sum, count) => sum + count - 1, 0);
  return {
    elements: drawn.size,
    tokenRegions: regions.length,
    inRegions: inRegions.size,
    copies,
  };
}
