import type { Moddle } from '../../1-parse/moddle';
import { list } from '../../1-parse/moddle';
import { is } from '../model';
import { retype } from './flows';
import type { Repair } from './repair';

const kept = [
  'loopCharacteristics',
  'isForCompensation',
  'default',
  'flowElements',
  'artifacts',
];

/** What has a start or an end is no ad-hoc subprocess, and what has no activity has nothing to choose from. */
export const adHocContent: Repair = {
  codes: ['BT2122'],
  hint: 'It became a subprocess whose flow runs from its start on.',
  mend(_tree, element) {
    const adHoc: Moddle | undefined =
      element && (is(element, 'AdHocSubProcess') ? element : element.$parent);
    if (!adHoc || !is(adHoc, 'AdHocSubProcess')) return false;
    const inside: Moddle[] = list(adHoc.flowElements);
    const other = retype(adHoc, 'bpmn:SubProcess', kept);
    return inside.every(({ $parent }) => $parent === other);
  },
};
