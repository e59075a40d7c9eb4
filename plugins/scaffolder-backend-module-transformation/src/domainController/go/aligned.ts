/** Lines of two columns, as gofmt has those of a struct and of a literal. */
export function aligned(indent: string, rows: [string, string][]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows
    .map(([left, right]) => `${indent}${left.padEnd(width)} ${right}\n`)
    .join('');
}
