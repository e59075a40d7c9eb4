/** By the id of the node that has made it; `input` is what came in. */
export type Values = Record<string, unknown>;

/** What is at a path, as in `think.score`; undefined where nothing is. */
export function findValue(values: unknown, path: string): unknown {
  let found = values;
  for (const part of path.split('.')) {
    if (Array.isArray(found)) {
      found = /^\d+$/.test(part)
        ? (found as unknown[])[Number(part)]
        : undefined;
    } else if (isObject(found) && Object.hasOwn(found, part)) {
      found = found[part];
    } else {
      return undefined;
    }
  }
  return found ?? undefined;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
