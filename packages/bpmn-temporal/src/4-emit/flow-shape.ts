import type { ProcessModel } from '../1-parse/model';
import { allBodies, allNodes } from '../1-parse/walk';
import { structure, structureHandler } from '../3-structure';
import type { FlowShape } from '../types';
import { eachStatement, ranBy } from './statements';

/** How much of a process became nested code, and how much a table that tokens are moved over. */
export function flowShapeOf(process: ProcessModel): FlowShape {
  const drawn = new Set([...allNodes(process.body)].map(({ id }) => id));
  const blocks = [structure(process.body)];
  for (const body of allBodies(process.body))
    for (const handler of new Set(body.handlers.values()))
      blocks.push(structureHandler(body, handler));
  const runs = new Map<string, number>();
  const inRegions = new Set<string>();
  let tokenRegions = 0;
  for (const block of blocks)
    eachStatement(block, statement => {
      for (const id of ranBy(statement))
        if (drawn.has(id)) runs.set(id, (runs.get(id) ?? 0) + 1);
      if (statement.kind !== 'tokens') return;
      tokenRegions += 1;
      for (const { id } of statement.nodes)
        if (drawn.has(id)) inRegions.add(id);
    });
  const copies = [...runs.values()].reduce((sum, count) => sum + count - 1, 0);
  return {
    elements: drawn.size,
    tokenRegions,
    inRegions: inRegions.size,
    copies,
  };
}
