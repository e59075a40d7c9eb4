import { getExternalWorkflowHandle, workflowInfo } from '@temporalio/workflow';
import { catcherOf } from './body';
import type { JsonObject } from './json';
import type { Scope } from './scope';

/** The signal by which a called process tells its caller of an escalation that it does not catch itself. */
export const escalationSignal = 'escalation';

export interface Escalated {
  /** Workflow id of the called process. */
  readonly from: string;
  readonly code: string;
  readonly variables: JsonObject;
}

/**
 * Throws an escalation to the nearest boundary event or event subprocess around that catches its code (10.5.1).
 * Where nobody does, nothing happens; the thrower goes on either way, unless it is interrupted.
 */
export async function escalate(
  scope: Scope,
  code: string,
  variables: JsonObject,
): Promise<void> {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const catcher = catcherOf(at.escalations, code);
    if (!catcher) continue;
    catcher.fire(variables);
    return;
  }
  const { parent, workflowId } = workflowInfo();
  if (!parent || !scope.instance.start.called) return;
  const escalated: Escalated = { from: workflowId, code, variables };
  await getExternalWorkflowHandle(parent.workflowId).signal(
    escalationSignal,
    escalated,
  );
}
