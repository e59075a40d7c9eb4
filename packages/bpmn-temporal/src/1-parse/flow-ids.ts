import { set } from './change';
import { list, text, walk } from './moddle';
import type { Moddle } from './moddle';

/**
 * Names sequence flows that have no id by their ends. Ids are optional (8.3.1), and a flow's id, other than that of a
 * node, is in no history: nothing depends on what it is.
 */
export function nameFlows(definitions: Moddle): void {
  const nameless = list(definitions.rootElements).flatMap(flowsWithoutId);
  if (!nameless.length) return;
  const ids = new Set(walk(definitions).map(({ id }) => id));
  for (const flow of nameless) {
    const end = (name: string) =>
      text((flow[name] as Moddle | undefined)?.id) || 'nowhere';
    const base = `${end('sourceRef')}_to_${end('targetRef')}`;
    let id = base;
    for (let nth = 2; ids.has(id); nth += 1) id = `${base}_${nth}`;
    ids.add(id);
    set(flow, 'id', id);
  }
}

function flowsWithoutId(container: Moddle): Moddle[] {
  return list(container.flowElements).flatMap(element => {
    if (element.$type !== 'bpmn:SequenceFlow') return flowsWithoutId(element);
    return element.id ? [] : [element];
  });
}
