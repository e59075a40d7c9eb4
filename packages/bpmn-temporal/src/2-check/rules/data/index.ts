import { associationEnds } from './association-ends';
import { associationTypes } from './association-types';
import { calledData } from './called-data';
import { collection } from './collection';
import { dataSets } from './data-sets';
import { eventData } from './event-data';
import { interfaceBinding } from './interface-binding';
import { loopData } from './loop-data';
import { messageData } from './message-data';
import { referenceName } from './reference-name';
import { serviceData } from './service-data';
import { setPairs } from './set-pairs';
import type { Rule } from '../../rule';

/** Data, and where they come from and go to. */
export const dataRules: readonly Rule[] = [
  collection,
  serviceData,
  messageData,
  calledData,
  interfaceBinding,
  loopData,
  referenceName,
  associationEnds,
  dataSets,
  setPairs,
  associationTypes,
  eventData,
];
