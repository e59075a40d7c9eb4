import { dmnModel } from '@ameide/plugin-transformation-common';
import { functionsOf } from '../kindFunctions';
import { danglingMentions, repeatedIds } from '../model/check';
import { applyToModdle } from '../moddle/apply';
import { mergeXml } from '../xml/mergeXml';
import { openDmn, readDmn } from './read';

/** Decisions in DMN 1.3. */
export const dmnFunctions = functionsOf({
  schema: dmnModel,
  read: readDmn,
  check: ({ decisions, inputData }) => [
    ...repeatedIds([...decisions, ...inputData]),
    ...danglingMentions(
      decisions.flatMap(({ id, requires }) =>
        requires.map(name => ({ elementId: id, as: 'requirement', name })),
      ),
      [...decisions, ...inputData].map(({ id }) => id),
    ),
  ],
  references: () => [],
  apply: async (content, operations) =>
    applyToModdle(await openDmn(content), operations),
  merge: (base, theirs, mine) => mergeXml(base, theirs, mine, 'id'),
});
