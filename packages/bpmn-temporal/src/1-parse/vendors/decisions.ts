import { extend } from '../zeebe';
import type { Carry } from './carry';

/** Results that are the same whatever the hit policy; a list of rows is no result of Camunda 8. */
const same = new Set(['singleEntry', 'singleResult', 'collectEntries']);

/** A decision in DMN. */
export const decisions: Carry = {
  types: ['businessRuleTask'],
  carry(said) {
    const decisionId = said.attribute('decisionRef');
    const resultVariable = said.attribute('resultVariable');
    if (!decisionId || /[$#]\{/.test(decisionId)) return;
    if (!resultVariable || !same.has(said.attribute('mapDecisionResult') ?? ''))
      return;
    extend(said.element, 'CalledDecision', { decisionId, resultVariable });
    said.take('decisionRef', 'resultVariable', 'mapDecisionResult');
    if (said.attribute('decisionRefBinding') === 'latest')
      said.take('decisionRefBinding');
  },
};
