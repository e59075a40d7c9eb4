/** Process variables hold JSON and nothing else, as in Zeebe. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [name: string]: JsonValue };

export type JsonObject = { [name: string]: JsonValue };

/** Anything that may be handed to an activity or kept as a variable, made JSON: dates become ISO strings, undefined becomes null. */
export function toJson(value: unknown): JsonValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as JsonValue);
}

/** What an activity answered, as variables: an object's fields; anything else sets none. */
export function toVariables(value: unknown): JsonObject {
  const json = toJson(value);
  return isObject(json) ? json : {};
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
