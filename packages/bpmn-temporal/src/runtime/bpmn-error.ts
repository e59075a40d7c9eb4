import { ApplicationFailure } from '@temporalio/common';
import type { JsonObject } from './json';

/** To be thrown by an activity: a BPMN error, caught by the boundary event of that code. Anything else is a technical failure. */
export function bpmnError(
  code: string,
  message: string,
  variables: JsonObject = {},
): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, code, variables);
}
