/**
 * A value to be filled in, of a type as the compiler writes it: `{ seats: number; [more: string]: JsonValue }` becomes
 * `{"seats": null}`. What is no object is null: FEEL takes null and a missing value for the same, so that what is left
 * unfilled does no harm where it was optional.
 */
export function sampleOfType(type: string): unknown {
  const text = type.trim();
  if (!text.startsWith('{') || !text.endsWith('}')) return null;
  const properties = splitOutside(text.slice(1, -1))
    .map(part => /^\s*"?([A-Za-z_$][\w$]*)"?\??\s*:(.*)$/s.exec(part))
    .filter(match => match !== null);
  return Object.fromEntries(
    properties.map(([, name, of]) => [name, sampleOfType(of)]),
  );
}

/** Splits at the semicolons that stand in no bracket. */
function splitOutside(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if ('{[(<'.includes(character)) depth += 1;
    if ('}])>'.includes(character)) depth -= 1;
    if (character === ';' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
