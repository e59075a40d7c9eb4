import type { ModdleElement } from './parse';

/** Containers and references: changes of what stands in them are told there. */
const LEFT_OUT = new Set([
  'id',
  'di',
  'flowElements',
  'artifacts',
  'laneSets',
  'incoming',
  'outgoing',
]);

/** `name changed from "Quote" to "Offer"; condition set to "=amount > 5"`. */
export function describeChange(
  before: ModdleElement | undefined,
  after: ModdleElement | undefined,
): string {
  const [from, to] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter(name => from.get(name) !== to.get(name))
    .map(name => describe(name, from.get(name), to.get(name)))
    .join('; ');
}

function describe(name: string, from?: string, to?: string): string {
  if (from === undefined) return `${name} set to ${to}`;
  if (to === undefined) return `${name} removed (was ${from})`;
  return `${name} changed from ${from} to ${to}`;
}

/** The element's own values by a path that a person can read. */
function valuesOf(element: ModdleElement | undefined): Map<string, string> {
  const values = new Map<string, string>();
  const visit = (value: unknown, path: string[]) => {
    if (Array.isArray(value)) {
      value.forEach((item, index) =>
        visit(item, value.length > 1 ? [...path, String(index + 1)] : path),
      );
    } else if (typeof value === 'object' && value !== null) {
      const { $type, id, ...own } = value as ModdleElement;
      // a referenced element is named, one that is contained is taken apart
      if (path.length && id && /Ref$/.test(path.at(-1) ?? '')) {
        values.set(path.join(' '), JSON.stringify(id));
        return;
      }
      for (const [name, item] of Object.entries(own)) {
        if (LEFT_OUT.has(name) || name.startsWith('$')) continue;
        visit(item, [...path, ...labelOf(name, $type)]);
      }
    } else if (value !== undefined) {
      values.set(path.join(' ') || 'text', JSON.stringify(value).slice(0, 200));
    }
  };
  visit(element, []);
  return values;
}

/** Wrappers of the meta model say nothing to a person. */
function labelOf(name: string, type: string): string[] {
  if (['extensionElements', 'values', 'body', 'text'].includes(name)) return [];
  if (name === 'conditionExpression') return ['condition'];
  const owner = /^zeebe:(\w+)$/.exec(type)?.[1];
  return owner
    ? [owner.charAt(0).toLowerCase() + owner.slice(1), name]
    : [name];
}
