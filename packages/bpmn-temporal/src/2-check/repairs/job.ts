import { extension, text } from '../../1-parse/moddle';
import { is } from '../model';
import { retype } from './flows';
import { jobTypeOf } from './names';
import type { Repair } from './repair';
import { set } from '../../1-parse/change';
import { extend, map, unextend } from '../../1-parse/zeebe';

/** Who does it is left to be written: a job of its own, typed by what the drawing says of its data. */
export const missingJob: Repair = {
  codes: ['BT1308'],
  stub: true,
  hint: 'A job named after the element does it: fill in its function in activities.ts, or give the element a job type.',
  mend(_tree, element) {
    if (!element) return false;
    const job = is(element, 'CallActivity')
      ? retype(element, 'bpmn:ServiceTask', activityProperties)
      : element;
    unextend(job, 'CalledElement');
    unextend(job, 'Script');
    unextend(job, 'CalledDecision');
    if (!text(extension(job, 'TaskDefinition')?.type))
      extend(job, 'TaskDefinition', { type: jobTypeOf(job) });
    return true;
  },
};

/** A job answers what a decision or script would have. */
export const missingDecision: Repair = {
  codes: ['BT1317', 'BT1318', 'BT1310'],
  stub: true,
  hint: 'A job named after the element does it: fill in its function in activities.ts, or add the decision.',
  mend(tree, element, finding) {
    if (!element) return false;
    const called =
      extension(element, 'CalledDecision') ?? extension(element, 'Script');
    const type = text(called?.decisionId);
    const variable = text(called?.resultVariable);
    if (type && !type.startsWith('='))
      extend(element, 'TaskDefinition', { type });
    if (variable)
      map(element, 'outputParameters', [
        { source: `=${variable}`, target: variable },
      ]);
    return missingJob.mend(tree, element, finding);
  },
};

const activityProperties = [
  'loopCharacteristics',
  'isForCompensation',
  'default',
  'startQuantity',
  'completionQuantity',
];

/** policies.ts says how often a job is tried; a type that is computed can have no function of its own. */
export const computedJob: Repair = {
  codes: ['BT1309'],
  hint: 'The job is named after the element, and tried three times.',
  mend(_tree, element) {
    const definition = element && extension(element, 'TaskDefinition');
    if (!element || !definition) return false;
    if (text(definition.type).startsWith('='))
      set(definition, 'type', jobTypeOf(element));
    if (!/^[1-9][0-9]{0,3}$/.test(text(definition.retries)))
      set(definition, 'retries', undefined);
    return true;
  },
};
