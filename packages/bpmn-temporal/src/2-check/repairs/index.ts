import { adHocContent } from './ad-hoc';
import { boundaryIncoming, boundaryOutgoing, errorBoundary } from './boundary';
import { callBinding } from './call-binding';
import { compensationHandler, outsideFlow } from './compensation';
import { danglingFlow } from './dangling-flow';
import { danglingReference } from './dangling-reference';
import { defaultFlow } from './default-flow';
import { emptyExpression } from './empty-expression';
import { endOutgoing } from './end-outgoing';
import { eventCode, eventContent } from './event-details';
import { eventGateway } from './event-gateway';
import {
  boundaryEventType,
  elementType,
  endEventType,
  intermediateEventType,
  transactionCancel,
} from './event-types';
import { executable } from './executable';
import { feelSyntax } from './feel';
import { foreignCondition } from './foreign-condition';
import { gatewayFlows } from './gateway-flows';
import { instantiation } from './instantiation';
import { computedJob, missingDecision, missingJob } from './job';
import { linkFlow, linkPair } from './links';
import { loopCount } from './loops';
import { lostMapping, mappingTarget } from './mappings';
import { correlationKey, messageName } from './messages';
import { missingCondition } from './missing-condition';
import { missingIds } from './missing-ids';
import { quantity } from './quantity';
import { referenceType } from './reference-type';
import type { Repair } from './repair';
import { startEvents } from './start-events';
import { startIncoming } from './start-incoming';
import { constantCondition, strayCondition } from './stray-condition';
import { startTimer, timerForms, timerValue } from './timers';

/** Every code has one repair at most. */
export const repairs: readonly Repair[] = [
  executable,
  missingIds,
  danglingFlow,
  danglingReference,
  startIncoming,
  endOutgoing,
  boundaryIncoming,
  boundaryOutgoing,
  errorBoundary,
  missingCondition,
  foreignCondition,
  strayCondition,
  constantCondition,
  defaultFlow,
  eventGateway,
  gatewayFlows,
  quantity,
  missingJob,
  missingDecision,
  computedJob,
  messageName,
  correlationKey,
  eventContent,
  eventCode,
  timerValue,
  startTimer,
  timerForms,
  feelSyntax,
  mappingTarget,
  lostMapping,
  emptyExpression,
  startEvents,
  intermediateEventType,
  endEventType,
  boundaryEventType,
  transactionCancel,
  elementType,
  adHocContent,
  loopCount,
  compensationHandler,
  outsideFlow,
  linkFlow,
  linkPair,
  instantiation,
  referenceType,
  callBinding,
];

const documentation = 'It is documentation for this compiler.';
const flowsCount = 'The flows themselves say how it is connected.';

/**
 * What needs no repair: it breaks a rule of the standard, but the rest of the drawing says well enough what is done. By
 * code, with what holds instead.
 */
export const accepted: Readonly<Record<string, string>> = {
  BT1005: 'What could not be read was left out.',
  BT1104: 'It was left out.',
  BT1105: 'It was left out.',
  BT1202: 'The reference was left out, or what it names was made up.',
  BT2101: documentation,
  BT2102:
    'The reference was left out; a called process may be in another drawing.',
  BT2104: 'The text is the expression.',
  BT2106: 'An expression that starts with = is FEEL.',
  BT2107: flowsCount,
  BT2109: flowsCount,
  BT2112: 'It is executed as a private one.',
  BT2114: documentation,
  BT2115: 'The last of the two counts.',
  BT2116: 'A job does it.',
  BT2125:
    'Without a start event everything starts that nothing leads to; without an end event a token ends where it can not go on.',
  BT2126:
    'A token ends where it can not go on; what nothing leads to is not executed.',
  BT2133: 'A token passes it.',
  BT2134: 'What it leads to waits.',
  BT2135: 'It has to be started by its event.',
  BT2139: 'The last of the two counts.',
  BT2201: documentation,
  BT2202: documentation,
  BT2203: documentation,
  BT2204: 'The definition is used as it is.',
  BT2206: 'A job sends, and a correlation key finds.',
  BT2301: documentation,
  BT2302: documentation,
  BT2303: documentation,
  BT2304: documentation,
  BT2305: documentation,
  BT2306: documentation,
  BT2307: documentation,
  BT2308: documentation,
  BT2309: documentation,
  BT2310: documentation,
  BT2311: documentation,
  BT2312: documentation,
  BT2402: documentation,
  BT2403: documentation,
};
