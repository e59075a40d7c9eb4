import { adHocContent } from './ad-hoc-content';
import { booleanCondition } from './boolean-condition';
import { boundaryEventType } from './boundary-event-type';
import { calledStart } from './called-start';
import { compensationActivity } from './compensation-activity';
import { compensationEventSubprocesses } from './compensation-event-subprocesses';
import { compensationHandler } from './compensation-handler';
import { conditionSource } from './condition-source';
import { emptyExpression } from './empty-expression';
import { endEventType } from './end-event-type';
import { escalationCode } from './escalation-code';
import { eventContent } from './event-content';
import { eventGatewayTargets } from './event-gateway-targets';
import { eventSubprocessFlow } from './event-subprocess-flow';
import { eventSubprocessStart } from './event-subprocess-start';
import { expressionLanguage } from './expression-language';
import { formalExpression } from './formal-expression';
import { gatewayDirection } from './gateway-direction';
import { gatewayOrder } from './gateway-order';
import { gatewayShape } from './gateway-shape';
import { instantiation } from './instantiation';
import { intermediateEventType } from './intermediate-event-type';
import { linkFlow } from './link-flow';
import { linkPair } from './link-pair';
import { listedFlows } from './listed-flows';
import { loneCondition } from './lone-condition';
import { loopCount } from './loop-count';
import { loopMarkers } from './loop-markers';
import { loopNumber } from './loop-number';
import { mimeType } from './mime-type';
import { publicProcess } from './public-process';
import { quantity } from './quantity';
import { referenceType } from './reference-type';
import { repeatedPart } from './repeated-part';
import { resourceRole } from './resource-role';
import { scriptFormat } from './script-format';
import { startAndEnd } from './start-and-end';
import { startEventType } from './start-event-type';
import { startTimer } from './start-timer';
import { timerForms } from './timer-forms';
import { transactionCancel } from './transaction-cancel';
import { unconnected } from './unconnected';
import type { Rule } from '../../rule';

/** Processes, activities, events and gateways: chapter 10 of the standard. */
export const structureRules: readonly Rule[] = [
  mimeType,
  referenceType,
  escalationCode,
  formalExpression,
  emptyExpression,
  expressionLanguage,
  gatewayDirection,
  eventSubprocessFlow,
  listedFlows,
  loneCondition,
  conditionSource,
  publicProcess,
  quantity,
  resourceRole,
  loopMarkers,
  scriptFormat,
  eventSubprocessStart,
  startEventType,
  intermediateEventType,
  endEventType,
  boundaryEventType,
  adHocContent,
  loopCount,
  booleanCondition,
  startAndEnd,
  unconnected,
  transactionCancel,
  compensationHandler,
  compensationActivity,
  compensationEventSubprocesses,
  linkFlow,
  linkPair,
  timerForms,
  gatewayShape,
  eventGatewayTargets,
  calledStart,
  instantiation,
  startTimer,
  loopNumber,
  repeatedPart,
  eventContent,
  gatewayOrder,
];
