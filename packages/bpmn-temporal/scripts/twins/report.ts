import type { Comparison, Row } from './compare';

/** The comparison as a table: what is different is marked. */
export function reportOf(name: string, comparison: Comparison): string {
  const { rows, events, bytes, status, sameResult, equal } = comparison;
  const lines = [...rows, events].map(row => [
    row.what,
    String(row.compiled),
    String(row.twin),
    markOf(row),
  ]);
  const ratio = (bytes.compiled / bytes.twin).toFixed(2);
  lines.push([
    'bytes',
    String(bytes.compiled),
    String(bytes.twin),
    `${ratio} times${bytes.fine ? '' : ', MORE THAN 1.2'}`,
  ]);
  const table = [[name, 'compiled', 'twin', ''], ...lines];
  const widths = [0, 1, 2].map(column =>
    Math.max(...table.map(cells => cells[column].length)),
  );
  const text = table.map(cells =>
    [
      cells[0].padEnd(widths[0]),
      cells[1].padStart(widths[1]),
      cells[2].padStart(widths[2]),
      cells[3],
    ]
      .join('  ')
      .trimEnd(),
  );
  if (status.compiled !== status.twin)
    text.push(`They end otherwise: ${status.compiled}, ${status.twin}`);
  if (!sameResult) text.push('Their results differ (which is not judged).');
  text.push(equal ? 'equal' : 'NOT EQUAL');
  return text.join('\n');
}

function markOf({ compiled, twin }: Row): string {
  if (compiled === twin) return '';
  return compiled > twin ? 'MORE' : 'FEWER';
}
