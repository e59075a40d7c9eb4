/** What an entity lets be read in its place: `{ $text: ./api.proto }`. */
export interface Placeholder {
  /** As in `$text`. */
  key: string;
  value: string;
}

/** All placeholders of an entity, as the catalog knows them: objects with one key, which begins with "$". */
export function placeholdersOf(value: unknown): Placeholder[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const [[key, text] = ['', undefined]] = entries;
  if (entries.length === 1 && key.startsWith('$') && typeof text === 'string') {
    return [{ key, value: text }];
  }
  return entries.flatMap(([, inner]) => placeholdersOf(inner));
}
