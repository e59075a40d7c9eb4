import { boundaryIncoming } from './boundary-incoming';
import { boundaryOutgoing } from './boundary-outgoing';
import { callBinding } from './call-binding';
import { conditionIsFeel } from './condition-is-feel';
import { correlationKey } from './correlation-key';
import { danglingFlow } from './dangling-flow';
import { danglingReference } from './dangling-reference';
import { defaultFlow } from './default-flow';
import { doctype } from './doctype';
import { duplicateId } from './duplicate-id';
import { elementType } from './element-type';
import { endOutgoing } from './end-outgoing';
import { errorBoundary } from './error-boundary';
import { errorCode } from './error-code';
import { eventGateway } from './event-gateway';
import { feelDifference } from './feel-difference';
import { feelSyntax } from './feel-syntax';
import { foreignAttribute } from './foreign-attribute';
import { foreignExtension } from './foreign-extension';
import { gatewayFlows } from './gateway-flows';
import { jobDefinition } from './job-definition';
import { lostMapping } from './lost-mapping';
import { mappingTarget } from './mapping-target';
import { messageName } from './message-name';
import { missingCondition } from './missing-condition';
import { missingId } from './missing-id';
import { missingTaskType } from './missing-task-type';
import { noExecutableProcess } from './no-executable-process';
import { partedJoin } from './parted-join';
import { readingProblems } from './reading-problems';
import { scriptResult } from './script-result';
import { startEvents } from './start-events';
import { startIncoming } from './start-incoming';
import { strayCondition } from './stray-condition';
import { timerStart } from './timer-start';
import { timerValue } from './timer-value';
import { tokenQuantity } from './token-quantity';
import { tooLarge } from './too-large';
import { unreachable } from './unreachable';
import { zeebeExtension } from './zeebe-extension';
import { choreographyRules } from './choreography';
import { dataRules } from './data';
import { decisionRules } from './decisions';
import { flowRules } from './flow';
import { messageRules } from './messages';
import { structureRules } from './structure';
import type { Rule, TextRule } from '../rule';

/** Rules about the text, before anything parses it. */
export const textRules: readonly TextRule[] = [tooLarge, doctype];

/** All other rules, by code. */
export const rules: readonly Rule[] = [
  readingProblems,
  noExecutableProcess,
  duplicateId,
  missingId,
  foreignExtension,
  zeebeExtension,
  foreignAttribute,
  danglingFlow,
  danglingReference,
  startIncoming,
  endOutgoing,
  boundaryIncoming,
  startEvents,
  unreachable,
  missingCondition,
  defaultFlow,
  strayCondition,
  eventGateway,
  boundaryOutgoing,
  gatewayFlows,
  elementType,
  tokenQuantity,
  partedJoin,
  callBinding,
  missingTaskType,
  jobDefinition,
  scriptResult,
  messageName,
  correlationKey,
  timerValue,
  errorCode,
  errorBoundary,
  feelSyntax,
  feelDifference,
  conditionIsFeel,
  mappingTarget,
  lostMapping,
  timerStart,
  ...structureRules,
  ...messageRules,
  ...dataRules,
  ...decisionRules,
  ...choreographyRules,
  ...flowRules,
];
