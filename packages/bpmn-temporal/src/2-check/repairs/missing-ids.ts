import { list, typeName } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { is } from '../model';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import type { Tree } from './tree';

/** Ids are made of the type and a number, so that the same drawing has the same ones each time. */
export const missingIds: Repair = {
  codes: ['BT1103'],
  hint: 'It got an id made of its type; give it one that stays the same when the drawing changes.',
  mend(tree) {
    const nameless = tree
      .all('Process')
      .flatMap(process => [process, ...inside(process)])
      .filter(({ id }) => !id);
    for (const element of nameless) name(tree, element);
    return nameless.length > 0;
  },
};

function name(tree: Tree, element: Moddle): void {
  const base = `${element.$parent?.id ?? ''}_${typeName(element)}`;
  set(element, 'id', tree.freshId(base.replace(/^_/, '')));
}

/** What a process contains; what is around comes first, for its id is the beginning of others. */
function inside(container: Moddle): Moddle[] {
  return list(container.flowElements).flatMap(element => [
    element,
    ...(is(element, 'SubProcess') ? inside(element) : []),
  ]);
}
