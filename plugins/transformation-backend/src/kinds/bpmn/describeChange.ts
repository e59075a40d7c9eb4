import { describeValues } from '../model/describeValues';
import type { ModdleElement } from '../moddle/element';

/** Containers: changes of what stands in them are told there. */
const LEFT_OUT = new Set(['id', 'di', 'flowElements', 'artifacts', 'laneSets']);

/** Wrappers of the meta model that say nothing to a person. */
const WRAPPERS = new Set(['extensionElements', 'values', 'body', 'text']);

/** `name changed from "Quote" to "Offer"; condition set to "=amount > 5"`. */
export function describeChange(
  before: ModdleElement | undefined,
  after: ModdleElement | undefined,
): string {
  return describeValues(valuesOf(before), valuesOf(after));
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
