import { not } from './feel-logic';
import type { Ternary } from './feel-logic';
import { isContext, typeOf } from './feel-types';

/** Equality; null where the types differ, but nothing except null equals null. */
export function eq(a: unknown, b: unknown): Ternary {
  if (((a ?? null) === null) !== ((b ?? null) === null)) return false;
  const left = shortened(a);
  const right = shortened(b);
  if (typeOf(left) !== typeOf(right)) return null;
  if (Array.isArray(left) && Array.isArray(right))
    return (
      left.length === right.length &&
      left.every((element, index) => eq(element, right[index]) === true)
    );
  if (isContext(left) && isContext(right)) {
    const entries = Object.entries(left);
    return (
      entries.length === Object.keys(right).length &&
      entries.every(
        ([name, value]) =>
          Object.hasOwn(right, name) && eq(value, right[name]) === true,
      )
    );
  }
  return (left ?? null) === (right ?? null);
}

export function ne(a: unknown, b: unknown): Ternary {
  return not(eq(a, b));
}

export function gt(a: unknown, b: unknown): Ternary {
  return ordered(a, b, () => (a as number) > (b as number));
}

export function gte(a: unknown, b: unknown): Ternary {
  return ordered(a, b, () => !((a as number) < (b as number)));
}

export function lt(a: unknown, b: unknown): Ternary {
  return ordered(a, b, () => (a as number) < (b as number));
}

export function lte(a: unknown, b: unknown): Ternary {
  return ordered(a, b, () => !((a as number) > (b as number)));
}

/** Only numbers with numbers and text with text have an order. */
function ordered(a: unknown, b: unknown, compare: () => boolean): Ternary {
  const type = typeOf(a);
  if (type !== typeOf(b) || (type !== 'number' && type !== 'string'))
    return null;
  return compare();
}

/** A list that is empty, or of one, counts as its element. */
function shortened(value: unknown): unknown {
  return Array.isArray(value) && value.length < 2 ? value[0] : value;
}
