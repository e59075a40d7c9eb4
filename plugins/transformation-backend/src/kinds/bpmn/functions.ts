import type { KindFunctions } from '../kindFunctions';
import { searchTextOf, summaryOf } from '../model/describe';
import { applyToModdle } from '../moddle/apply';
import { mergeXml } from '../xml/mergeXml';
import { differenceOfBpmn } from './difference';
import { modelOfBpmn } from './model';
import { openBpmn, parseBpmn } from './parse';
import { problemOfBpmn } from './problem';
import { referencesOfBpmn } from './references';

/** BPMN 2.0 drawings; what is wrong in one the compiler says, see `index.ts`. */
export const bpmnFunctions: Omit<KindFunctions, 'validate'> = {
  problemOf: problemOfBpmn,
  async describe(content) {
    const definitions = await parseBpmn(content);
    const model = modelOfBpmn(definitions);
    return {
      summary: summaryOf(model),
      searchText: searchTextOf(model),
      references: referencesOfBpmn(definitions),
    };
  },
  difference: differenceOfBpmn,
  apply: async (content, operations) =>
    applyToModdle(await openBpmn(content), operations),
  merge: async (base, theirs, mine) => mergeXml(base, theirs, mine, 'id'),
};
