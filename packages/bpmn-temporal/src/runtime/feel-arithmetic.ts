type Operation = (a: number, b: number) => number | null;

/** Adds numbers, joins texts; null for anything else. */
export function add(a: unknown, b: unknown): number | string | null {
  if (typeof a === 'string' && typeof b === 'string') return a + b;
  return numeric(a, b, (x, y) => x + y);
}

export function sub(a: unknown, b: unknown): number | null {
  return numeric(a, b, (x, y) => x - y);
}

export function mul(a: unknown, b: unknown): number | null {
  return numeric(a, b, (x, y) => x * y);
}

/** Null for a division by zero. */
export function div(a: unknown, b: unknown): number | null {
  return numeric(a, b, (x, y) => (y ? x / y : null));
}

export function pow(a: unknown, b: unknown): number | null {
  return numeric(a, b, (x, y) => x ** y);
}

export function negate(a: unknown): number | null {
  return sub(0, a);
}

function numeric(a: unknown, b: unknown, operation: Operation): number | null {
  return typeof a === 'number' && typeof b === 'number'
    ? operation(a, b)
    : null;
}
