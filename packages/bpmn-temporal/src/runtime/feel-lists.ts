import { eq } from './feel-compare';
import type { Ternary } from './feel-logic';
import { lengthOf } from './feel-text';
import { asList, asNumber, asText, unwrapped } from './feel-types';
import type { JsonValue } from './json';

type List = JsonValue[] | null;

/** The functions of FEEL on lists; a single value counts as a list of it, null as none. */
export const listFunctions = {
  count: (list: unknown) => asList(list)?.length ?? null,
  append: (list: unknown, ...items: readonly unknown[]): List =>
    asList(list)?.concat(items.map(orNull)) ?? null,
  /** Lists are joined, single values added as they are. */
  concatenate: (...lists: readonly unknown[]): JsonValue[] =>
    lists.flatMap(list => orNull(list)),
  flatten(list: unknown): List {
    const all = asList(list);
    return all ? flat(all) : null;
  },
  reverse: (list: unknown): List => asList(list)?.toReversed() ?? null,
  distinctValues(list: unknown): List {
    const all = asList(list);
    if (!all) return null;
    const distinct: JsonValue[] = [];
    for (const element of all)
      if (!distinct.some(known => eq(element, known))) distinct.push(element);
    return distinct;
  },
  listContains: (list: unknown, element: unknown) =>
    asList(list)?.includes(orNull(element)) ?? null,
  indexOf: (list: unknown, element: unknown): List => {
    const all = asList(list);
    if (!all) return null;
    return all.flatMap((each, index) =>
      each === orNull(element) ? [index + 1] : [],
    );
  },
  sublist(list: unknown, start: unknown, ...rest: readonly unknown[]): List {
    const all = asList(list);
    const from = asNumber(start);
    if (!all || from === undefined) return null;
    const first = from < 0 ? all.length + from : from - 1;
    if (!rest.length) return all.slice(first);
    const length = lengthOf(rest[0]);
    return length === undefined ? null : all.slice(first, first + length);
  },
  stringJoin(list: unknown, ...rest: readonly unknown[]): string | null {
    const all = asList(list);
    const given = orNull(unwrapped(rest[0]));
    const delimiter = given === null ? '' : asText(given);
    if (!all || delimiter === undefined) return null;
    if (all.some(one => typeof one !== 'string' && one !== null)) return null;
    return all.filter(one => one !== null).join(delimiter);
  },
  /** Sorts by a function that says whether the first comes before the second. */
  sort(list: unknown, precedes: (a: JsonValue, b: JsonValue) => unknown): List {
    return asList(list)?.toSorted((a, b) => (precedes(a, b) ? -1 : 1)) ?? null;
  },
  all: (...terms: readonly unknown[]) => decided(terms, false),
  any: (...terms: readonly unknown[]) => decided(terms, true),
};

/** One term may decide; without it the answer is the opposite, if all terms are booleans. */
function decided(terms: readonly unknown[], deciding: boolean): Ternary {
  const [first] = terms;
  const all = terms.length === 1 && Array.isArray(first) ? first : terms;
  if (all.includes(deciding)) return deciding;
  return all.every(term => typeof term === 'boolean') ? !deciding : null;
}

function flat(list: readonly JsonValue[]): JsonValue[] {
  return list.flatMap(one => (Array.isArray(one) ? flat(one) : [one]));
}

function orNull(value: unknown): JsonValue {
  return (value ?? null) as JsonValue;
}
