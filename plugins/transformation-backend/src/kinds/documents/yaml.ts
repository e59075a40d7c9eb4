import { isMap, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { ElementOperation } from '@ameide/plugin-transformation-common';
import type { Applied } from '../kindFunctions';

/**
 * Reads YAML, of which JSON is a part.
 *
 * @throws Error that names line and column
 */
export function readYaml(content: string): unknown {
  const document = parse(content);
  const [problem] = document.errors;
  if (problem) throw new Error(problem.message.split('\n')[0]);
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isMap(document.contents)) {
    throw new Error('line 1, column 1: must be a mapping of names to values');
  }
  return value;
}

/** Sets and removes in the text itself: comments, order and spaces of the rest are kept. */
export async function applyToYaml(
  content: string,
  operations: ElementOperation[],
): Promise<Applied> {
  const document = parse(content);
  for (const operation of operations) {
    const path = pathOf(document.contents as Node, operation.elementId);
    if (!path) {
      return { problem: `there is no element ${operation.elementId}` };
    }
    if (operation.op === 'remove') document.deleteIn(path);
    else if (operation.value === null) {
      document.deleteIn([...path, operation.property]);
    } else document.setIn([...path, operation.property], operation.value);
  }
  return { content: document.toString() };
}

function parse(content: string): Document {
  return parseDocument(content, { uniqueKeys: true });
}

/** The way to the item with this id; to the whole for `/`. */
function pathOf(
  node: unknown,
  id: string,
  path: (string | number)[] = [],
): (string | number)[] | undefined {
  if (id === '/') return path;
  if (isMap(node)) {
    if (path.length && node.get('id') === id) return path;
    for (const { key, value } of node.items) {
      const found = pathOf(value, id, [...path, String(key)]);
      if (found) return found;
    }
  } else if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = pathOf(item, id, [...path, index]);
      if (found) return found;
    }
  }
  return undefined;
}
