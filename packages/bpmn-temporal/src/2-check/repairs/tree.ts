import type { Parsed } from '../../1-parse';
import { list, walk } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { add, create } from '../../1-parse/change';
import { is } from '../model';

type Properties = Readonly<Record<string, unknown>>;

/** moddle's tree to be changed: what was just read belongs to nobody else. */
export interface Tree {
  readonly parsed: Parsed;
  readonly definitions: Moddle;
  element(id: string | undefined): Moddle | undefined;
  all(type: string): Moddle[];
  /** An id that is not taken, made of the one given. */
  freshId(base: string): string;
  create(type: string, parent: Moddle, properties?: Properties): Moddle;
  /** Flows whose conditions ask for the answer of a job, and the types of such jobs. */
  readonly decided: Set<Moddle>;
  readonly jobTypes: Set<string>;
}

/** What repairs of all rounds know of each other. */
export type Memory = Pick<Tree, 'decided' | 'jobTypes'>;

export function treeOf(parsed: Parsed, memory: Memory): Tree {
  const { definitions } = parsed;
  const byId = new Map<string, Moddle>();
  const ids = new Set<string>();
  for (const element of walk(definitions))
    if (element.id !== undefined) {
      ids.add(element.id);
      if (!byId.has(element.id)) byId.set(element.id, element);
    }
  return {
    ...memory,
    parsed,
    definitions,
    element: id => {
      const found = id === undefined ? undefined : byId.get(id);
      return found && isThere(found) ? found : undefined;
    },
    all: type => [...walk(definitions)].filter(one => is(one, type)),
    freshId: base => {
      let id = base;
      for (let nth = 2; ids.has(id); nth += 1) id = `${base}_${nth}`;
      ids.add(id);
      return id;
    },
    create: (type, parent, properties = {}) =>
      create(type, parent, { ...properties }),
  };
}

/** Whether an element that was looked up earlier has not been removed since. */
function isThere(element: Moddle): boolean {
  const parent = element.$parent;
  if (!parent) return true;
  return Object.values(parent).some(value =>
    Array.isArray(value) ? value.includes(element) : value === element,
  );
}

/** The message, signal, error or escalation that is called so, made at the top of the file where there is none. */
export function rootNamed(
  tree: Tree,
  type: string,
  name: string,
  properties: Properties = {},
): Moddle {
  const known = list(tree.definitions.rootElements).find(
    one => one.$type === `bpmn:${type}` && one.name === name,
  );
  if (known) return known;
  const root = tree.create(`bpmn:${type}`, tree.definitions, {
    ...properties,
    id: tree.freshId(`${type}_${name.replace(/[^\w.-]/g, '_')}`),
    name,
  });
  add(tree.definitions, 'rootElements', root);
  return root;
}
