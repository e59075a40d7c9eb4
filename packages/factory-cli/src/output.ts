import type { Command } from 'commander';

/** Prints a result: JSON where it was asked for, else text for a person. */
export function print(command: Command, result: unknown, text: string): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  const told = json ? JSON.stringify(result, null, 2) : text;
  process.stdout.write(`${told}\n`);
}

/** Says on the error output how far something is; one line that changes on a terminal, and nothing elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

/** Ends the line of {@link progress}. */
export function progressDone(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

/** Rows below each other, columns as wide as they have to be. */
export function table(rows: (string | number)[][]): string {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map(row => String(row[column]).length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
