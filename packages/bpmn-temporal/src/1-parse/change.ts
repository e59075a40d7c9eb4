import { list } from './moddle';
import type { Moddle } from './moddle';

type Properties = Readonly<Record<string, unknown>>;

/** A new element; its place in the parent is the caller's. */
export function create(
  type: string,
  parent: Moddle,
  properties: Properties = {},
): Moddle {
  const model = parent.$model as {
    create(name: string, given: Properties): Moddle;
  };
  const element = model.create(type, properties);
  set(element, '$parent', parent);
  return element;
}

/** Sets a property, or takes it away. */
export function set(element: Moddle, name: string, value: unknown): void {
  const writable = element as Record<string, unknown>;
  if (value === undefined) delete writable[name];
  else writable[name] = value;
}

export function add(parent: Moddle, name: string, child: Moddle): void {
  const there = list(parent[name]);
  there.push(child);
  set(parent, name, there);
}

export function drop(parent: Moddle, name: string, child: unknown): void {
  const rest = list(parent[name]).filter(one => one !== child);
  set(parent, name, rest.length ? rest : undefined);
}
