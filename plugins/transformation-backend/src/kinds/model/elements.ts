/** An element of a content: an item with an id, or the content as a whole. */
export interface ModelElement {
  id: string;
  /** The list that it stands in, `decision` for `decisions`; `content` for the whole. */
  type: string;
  name?: string;
  /** What it says apart from elements inside it, by a path that a person can read. */
  values: Map<string, string>;
}

/** What the whole content is called among its elements. */
const WHOLE = '/';

/** All elements of a model, by type and id, in the order in which they stand. */
export function elementsOf(model: unknown): Map<string, ModelElement> {
  const found = new Map<string, ModelElement>();
  if (typeof model === 'object' && model !== null) {
    add(found, WHOLE, 'content', model);
  }
  return found;
}

function add(
  found: Map<string, ModelElement>,
  id: string,
  type: string,
  item: object,
): void {
  const element: ModelElement = { id, type, values: new Map() };
  if ('name' in item && typeof item.name === 'string') element.name = item.name;
  found.set(`${type} ${id}`, element);
  for (const [key, value] of Object.entries(item)) {
    if (key !== 'id') visit(found, value, [key], element);
  }
}

/** Gives a value to the element that it belongs to, or finds further elements in it. */
function visit(
  found: Map<string, ModelElement>,
  value: unknown,
  path: string[],
  owner: ModelElement,
): void {
  if (Array.isArray(value)) {
    const type = singular(path.at(-1)!);
    value.forEach((item, index) => {
      if (hasId(item)) add(found, item.id, type, item);
      else visit(found, item, [...path, String(index + 1)], owner);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      visit(found, child, [...path, key], owner);
    }
  } else if (value !== undefined) {
    owner.values.set(path.join(' '), JSON.stringify(value).slice(0, 200));
  }
}

/** `decisions` is a list of things that are each a `decision`, `processes` of a `process`. */
function singular(list: string): string {
  return list.replace(/(?<=ss)es$|(?<!s)s$/, '');
}

function hasId(item: unknown): item is { id: string } {
  return (
    typeof item === 'object' &&
    item !== null &&
    'id' in item &&
    typeof item.id === 'string'
  );
}
