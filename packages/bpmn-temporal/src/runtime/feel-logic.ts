/** FEEL's logic has three values: null is "not known", and so is anything that is no boolean. */
export type Ternary = boolean | null;

export function and(...terms: readonly unknown[]): Ternary {
  if (terms.includes(false)) return false;
  return terms.every(term => term === true) ? true : null;
}

export function or(...terms: readonly unknown[]): Ternary {
  if (terms.includes(true)) return true;
  return terms.every(term => term === false) ? false : null;
}

export function not(term: unknown): Ternary {
  return typeof term === 'boolean' ? !term : null;
}

/** Whether `if` takes its `then`: for everything but false and null. */
export function holds(term: unknown): boolean {
  return term !== false && term !== null && term !== undefined;
}
