import type { ElementChange } from '@ameide/plugin-transformation-common';
import { describeValues } from './describeValues';
import { elementsOf, type ModelElement } from './elements';

/** The most element changes that one event lists; a rewrite of everything needs no more. */
export const MOST_CHANGES = 500;

/** The list in which models keep where things stand on a drawing. */
const LAYOUT = 'layout';

/** What changed between two models, element by element. */
export function differenceOfModels(
  before: unknown,
  after: unknown,
): ElementChange[] {
  const [old, now] = [elementsOf(before), elementsOf(after)];
  const nothing = new Map<string, string>();
  const changes = [...new Set([...old.keys(), ...now.keys()])].flatMap(key => {
    const [was, is] = [old.get(key), now.get(key)];
    const detail = describeValues(
      was?.values ?? nothing,
      is?.values ?? nothing,
    );
    const head = headOf(is ?? was!);
    if (head.elementType === LAYOUT) return detail ? [moved(head, now)] : [];
    if (!was) return [{ ...head, change: 'added' as const }];
    if (!is) return [{ ...head, change: 'removed' as const }];
    return detail ? [{ ...head, change: 'changed' as const, detail }] : [];
  });
  return changes.slice(0, MOST_CHANGES);
}

function headOf({ id, type, name }: ModelElement) {
  return {
    elementId: id,
    elementType: type,
    ...(name && { elementName: name }),
  };
}

/** What stands elsewhere is told as what it shows. */
function moved(
  head: ReturnType<typeof headOf>,
  elements: Map<string, ModelElement>,
): ElementChange {
  const shown = [...elements.values()].find(
    ({ id, type }) => id === head.elementId && type !== LAYOUT,
  );
  return { ...(shown ? headOf(shown) : head), change: 'moved' };
}
