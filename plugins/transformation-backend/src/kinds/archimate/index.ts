import { archimateModel } from '@ameide/plugin-transformation-common';
import { functionsOf } from '../kindFunctions';
import { danglingMentions, repeatedIds } from '../model/check';
import { applyToArchimate } from './apply';
import { mergeXml } from '../xml/mergeXml';
import { readArchimate } from './read';

/** ArchiMate 3.2 models in the Open Group's exchange format. */
export const archimateFunctions = functionsOf({
  schema: archimateModel,
  read: readArchimate,
  check: ({ elements, relationships, views }) => {
    const ids = elements.map(({ id }) => id);
    return [
      ...repeatedIds([...elements, ...relationships, ...views]),
      ...danglingMentions(
        relationships.flatMap(({ id, source, target }) => [
          { elementId: id, as: 'source', name: source },
          { elementId: id, as: 'target', name: target },
        ]),
        // a relationship may end at another one
        [...ids, ...relationships.map(({ id }) => id)],
      ),
      ...danglingMentions(
        views.flatMap(({ id, shows }) =>
          shows.map(name => ({ elementId: id, as: 'view', name })),
        ),
        ids,
      ),
    ];
  },
  references: () => [],
  apply: applyToArchimate,
  merge: (base, theirs, mine) => mergeXml(base, theirs, mine, 'identifier'),
});
