import { asContext, asText } from './feel-types';
import type { Context } from './feel-types';
import type { JsonValue } from './json';

/** The functions of FEEL on contexts. */
export const contextFunctions = {
  getValue(context: unknown, name: unknown): JsonValue {
    const [of, key] = [asContext(context), asText(name)];
    if (!of || key === undefined || !Object.hasOwn(of, key)) return null;
    return of[key] ?? null;
  },
  getEntries(context: unknown): JsonValue {
    const of = asContext(context);
    return of
      ? Object.entries(of).map(([key, value]) => ({ key, value }))
      : null;
  },
  /** The context with the entry set, or that of a path of names. */
  contextPut(context: unknown, keys: unknown, value: unknown): JsonValue {
    const of = asContext(context);
    const path = Array.isArray(keys) ? keys : [keys];
    if (!of || !path.length) return null;
    return put(of, path, (value ?? null) as JsonValue);
  },
};

function put(
  context: unknown,
  [key, ...rest]: readonly unknown[],
  value: JsonValue,
): Context | null {
  if (typeof key !== 'string') return null;
  if (context === null || context === undefined) return null;
  const of = context as Context;
  if (!rest.length) return { ...of, [key]: value };
  const inner = put(Object.hasOwn(of, key) ? of[key] : null, rest, value);
  return inner && { ...of, [key]: inner };
}
