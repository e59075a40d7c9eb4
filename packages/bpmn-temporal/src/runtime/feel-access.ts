import { holds } from './feel-logic';
import type { Ternary } from './feel-logic';
import { isContext } from './feel-types';
import type { Context } from './feel-types';
import type { JsonObject, JsonValue } from './json';

/** `value.a.b`; over a list, what each element has. Only what the value itself has: nothing of a prototype. */
export function get(value: unknown, ...path: readonly string[]): JsonValue {
  return path.reduce<JsonValue>(
    (target, name) =>
      Array.isArray(target)
        ? target.map(one => own(one, name))
        : own(target, name),
    (value ?? null) as JsonValue,
  );
}

function own(value: JsonValue, name: string): JsonValue {
  if (typeof value !== 'object' || value === null) return null;
  if (!Object.hasOwn(value, name)) return null;
  return (value as Context)[name] ?? null;
}

/** `list[index]`, counted from 1, or from -1 backwards; true answers the list, false none of it. */
export function at(list: unknown, index: unknown): JsonValue {
  const target = (list ?? null) as JsonValue;
  if (target === null) return null;
  if (index === true) return target;
  if (typeof index !== 'number') return [];
  const elements = Array.isArray(target) ? target : [target];
  return elements[index < 0 ? elements.length + index : index - 1] ?? null;
}

/** `list[condition]`: the condition sees the variables, `item`, and over them what the element itself has. */
export function where(
  variables: JsonObject,
  list: unknown,
  condition: (variables: JsonObject) => unknown,
): JsonValue {
  const target = (list ?? null) as JsonValue;
  if (target === null) return null;
  return (Array.isArray(target) ? target : [target]).filter(
    item =>
      holds(item) &&
      condition({ ...variables, item, ...(isContext(item) ? item : {}) }) ===
        true,
  );
}

/** `for x in list return …`; null where there is no list. */
export function each(
  list: unknown,
  body: (element: JsonValue) => unknown,
): JsonValue[] | null {
  if (!Array.isArray(list)) return null;
  return list.map(element => (body(element as JsonValue) ?? null) as JsonValue);
}

/** `some x in list satisfies …` */
export function some(
  list: unknown,
  test: (element: JsonValue) => unknown,
): Ternary {
  return Array.isArray(list)
    ? list.some(element => holds(test(element as JsonValue)))
    : null;
}

/** `every x in list satisfies …` */
export function every(
  list: unknown,
  test: (element: JsonValue) => unknown,
): Ternary {
  return Array.isArray(list)
    ? list.every(element => holds(test(element as JsonValue)))
    : null;
}
