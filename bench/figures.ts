import { loadavg } from 'node:os';

/** One measured figure; the goal reads like `<= 1.25`. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal?: string;
  /** Of a median: between these two it lies with 98 % of ten measurements. */
  interval?: readonly [low: number, high: number];
}

/** Whether a figure reaches its goal; true where it has none. */
export function reaches({ value, goal }: Figure): boolean {
  const match = /^(<=|>=|=)\s*([\d.]+)$/.exec(goal ?? '');
  if (!match) return true;
  const bound = Number(match[2]);
  if (match[1] === '=') return value === bound;
  return match[1] === '<=' ? value <= bound : value >= bound;
}

/** The figures as a table, with the load of the machine beside them. */
export function tableOf(figures: Figure[]): string {
  const rows = figures.map(figure => [
    figure.name,
    `${figure.value} ${figure.unit}${intervalOf(figure)}`.trim(),
    figure.goal ?? '',
    figure.goal ? (reaches(figure) ? 'reached' : 'MISSED') : '',
  ]);
  const width = [0, 1, 2].map(column =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(width[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const load = loadavg()
    .map(value => value.toFixed(2))
    .join(' ');
  return [...lines, `load average of the machine: ${load}`].join('\n');
}

function intervalOf({ interval }: Figure): string {
  return interval ? ` [${interval.join(', ')}]` : '';
}

/** The median of ratios that were measured in pairs, with its interval: of ten, from the second to the ninth. */
export function medianOf(
  name: string,
  ratios: readonly number[],
  goal?: string,
): Figure {
  const sorted = [...ratios].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 10);
  const at = (index: number) => rounded(sorted[index] ?? NaN);
  const middle = (sorted.length - 1) / 2;
  const value =
    ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) /
    2;
  return {
    name,
    value: rounded(value),
    unit: '',
    goal,
    interval: [at(cut), at(sorted.length - 1 - cut)],
  };
}

/** Two places behind the point are more than a measurement of this kind is worth. */
export const rounded = (value: number) => Math.round(value * 100) / 100;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
