/** An expression: as it is, or with parts between brackets that may go to lines of their own. */
export type Expression = string | Bracketed;

interface Bracketed {
  open: string;
  parts: Expression[];
  close: string;
  /** Of a list or a dict, which gets one line for each part as soon as one line is too short. */
  literal: boolean;
}

/** How long a line may be, as the `pyproject.toml` of the skeleton has it. */
const WIDTH = 100;

/** A call, as in `name(parts)`; whatever stands before it goes into the name. */
export const call = (name: string, ...parts: Expression[]): Expression => ({
  open: `${name}(`,
  parts,
  close: ')',
  literal: false,
});

export const list = (before: string, parts: Expression[]): Expression => ({
  open: `${before}[`,
  parts,
  close: ']',
  literal: true,
});

export const tuple = (...parts: Expression[]): Expression => ({
  open: '(',
  parts,
  close: ')',
  literal: true,
});

const prefixed = (before: string, value: Expression): Expression =>
  typeof value === 'string'
    ? before + value
    : { ...value, open: before + value.open };

export const dict = (
  before: string,
  entries: [string, Expression][],
): Expression => ({
  open: `${before}{`,
  parts: entries.map(([key, value]) => prefixed(`"${key}": `, value)),
  close: '}',
  literal: true,
});

/** Whether it is no longer than a line may be. */
export const fits = (line: string): boolean => line.length <= WIDTH;

function flat(expression: Expression): string {
  if (typeof expression === 'string') return expression;
  const { open, parts, close } = expression;
  return `${open}${parts.map(flat).join(', ')}${close}`;
}

/** What cannot be broken. */
const startOf = (expression: Expression): string =>
  typeof expression === 'string' ? expression : expression.open;

/**
 * Writes an expression as `ruff format` does: in one line, else with what is
 * between the brackets in one line, else with a line for each part.
 */
export function format(
  expression: Expression,
  indent = '',
  after = '',
): string {
  const line = `${indent}${flat(expression)}${after}`;
  if (typeof expression === 'string' || fits(line)) return line;
  const { open, parts, close, literal } = expression;
  const inner = `${indent}    `;
  const body = `${inner}${parts.map(flat).join(', ')}`;
  const comma = parts.length === 1 && !literal ? '' : ',';
  return [
    `${indent}${open}`,
    fits(body) && !literal
      ? body
      : parts.map(part => format(part, inner, comma)).join('\n'),
    `${indent}${close}${after}`,
  ].join('\n');
}

/** Writes an assignment as `ruff format` does: the value goes between brackets of its own where that lets its name fit. */
export function assign(target: string, value: Expression, indent = ''): string {
  const whole = prefixed(`${target} = `, value);
  const inner = `${indent}    `;
  if (fits(indent + startOf(whole)) || !fits(inner + startOf(value))) {
    return format(whole, indent);
  }
  return `${indent}${target} = (\n${format(value, inner)}\n${indent})`;
}
