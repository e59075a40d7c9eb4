/** `name changed from "Quote" to "Offer"; condition set to "=amount > 5"`. */
export function describeValues(
  before: Map<string, string>,
  after: Map<string, string>,
): string {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(name => before.get(name) !== after.get(name))
    .map(name => describeValue(name, before.get(name), after.get(name)))
    .join('; ');
}

function describeValue(name: string, from?: string, to?: string): string {
  if (from === undefined) return `${name} set to ${to}`;
  if (to === undefined) return `${name} removed (was ${from})`;
  return `${name} changed from ${from} to ${to}`;
}
