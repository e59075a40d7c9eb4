import type { ModdleElement } from './parse';

/** Containers: changes of what stands in them are told there. */
const LEFT_OUT = new Set(['id', 'di', 'flowElements', 'artifacts', 'laneSets']);

/** Wrappers of the meta model that say nothing to a person. */
const WRAPPERS = new Set(['extensionElements', 'values', 'body', 'text']);

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
      value.forEach((item, index) => {
        const twins = value.filter(other => other?.$type === item?.$type);
        visit(item, twins.length > 1 ? [...path, String(index + 1)] : path);
      });
    } else if (typeof value === 'object' && value !== null) {
      const child = value as ModdleElement;
      for (const [name, id] of referencesOf(child)) {
        values.set([...path, name].join(' '), JSON.stringify(id));
      }
      for (const [name, item] of Object.entries(child)) {
        if (LEFT_OUT.has(name) || name.startsWith('$')) continue;
        visit(item, [...path, ...labelOf(name, child.$type)]);
      }
    } else if (value !== undefined) {
      values.set(path.join(' ') || 'text', JSON.stringify(value).slice(0, 200));
    }
  };
  visit(element, []);
  return values;
}

/** Single references to other elements, `targetRef` and the like; moddle does not enumerate them. */
function referencesOf(element: ModdleElement): [string, string][] {
  const { properties } = element.$descriptor as {
    properties: {
      ns: { localName: string };
      isReference?: boolean;
      isMany?: boolean;
    }[];
  };
  return properties
    .filter(({ isReference, isMany }) => isReference && !isMany)
    .flatMap(({ ns }) => {
      const target = element[ns.localName] as ModdleElement | undefined;
      return target?.id ? [[ns.localName, target.id]] : [];
    });
}

function labelOf(name: string, type: string): string[] {
  if (WRAPPERS.has(name)) return [];
  if (name === 'conditionExpression') return ['condition'];
  const owner = /^zeebe:(\w+)$/.exec(type)?.[1];
  return owner
    ? [owner.charAt(0).toLowerCase() + owner.slice(1), name]
    : [name];
}
