import {
  isMap,
  isNode,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type { ElementOperation } from '@ameide/plugin-transformation-common';
import type { Applied } from '../kindFunctions';
import type { LineOf } from '../model/check';

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

/** The line of what stands at a place, or of the next around it that is there. */
export function linesOfYaml(content: string): LineOf {
  const lineCounter = new LineCounter();
  const document = parseDocument(content, { lineCounter });
  return path => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) {
        return lineCounter.linePos(node.range[0]).line;
      }
    }
    return undefined;
  };
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
