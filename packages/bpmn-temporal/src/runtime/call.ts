import {
  ApplicationFailure,
  CancellationScope,
  ChildWorkflowFailure,
  executeChild,
  workflowInfo,
} from '@temporalio/workflow';
import { runActivity } from './activity';
import type { Activity } from './activity';
import { BpmnError } from './errors';
import type { Run } from './element';
import { value } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { toVariables } from './json';
import type { JsonObject } from './json';
import { findProcess } from './registry';
import { visible } from './scope';
import type { Scope } from './scope';
import type { Called, Start } from './start';
import { isSteered } from './steering';
import { wait } from './wait';

export interface CallConfig extends Omit<Activity, 'id' | 'name' | 'type'> {
  /** The id of the process that is called. */
  readonly process: Source;
  /** Workflow types by process id, where they are known. */
  readonly workflows: { readonly [processId: string]: string };
  /** That of this build; else the newest. */
  readonly binding?: 'deployment';
  /** The newest that has the tag. */
  readonly versionTag?: string;
  /** False: the called process gets the input mappings only. */
  readonly allVariables?: boolean;
  /** False: only what output mappings name comes back. */
  readonly allResults?: boolean;
}

/** Marks a failed workflow whose failure is a BPMN error. */
export const bpmnErrorDetail = 'bpmnError';

/** Calls another process as a child workflow (10.3.6); its errors and escalations are caught at this activity. */
export function callActivity(
  id: string,
  name: string,
  config: CallConfig,
): Run {
  const activity = { id, name, type: 'callActivity', ...config };
  return (scope, handlers) =>
    runActivity(scope, activity, handlers, (local, key) =>
      attempt(local, activity, key, async () => {
        if (isSteered(scope.instance)) return {};
        const result = await call(local, activity, key);
        return config.allResults === false
          ? childResult(local, result)
          : result;
      }),
    );
}

/** What comes back is for the output mappings only. */
function childResult(local: Scope, result: JsonObject): JsonObject {
  for (const [name, given] of Object.entries(result))
    local.variables[name] = given;
  return {};
}

function call(
  local: Scope,
  activity: Activity & CallConfig,
  key: string,
): Promise<JsonObject> {
  const { workflows, binding, versionTag } = activity;
  const processId = String(value(local, activity.process));
  const workflowType = Object.hasOwn(workflows, processId)
    ? workflows[processId]
    : undefined;
  const isLatest = binding === undefined && versionTag === undefined;
  const { tagged = false } = local.instance.start.called ?? {};
  // where the build has a tag, it is not the newest
  if (workflowType !== undefined && (binding || (isLatest && !tagged)))
    return callChild(local, activity, key, {
      workflowType,
      version: {
        ...(isLatest ? { latest: true } : {}),
        ...(tagged ? { tagged } : {}),
      },
    });
  if (binding)
    throw new Error(
      `The process ${processId} is not in the drawing, to which the call is bound`,
    );
  const wanted = { processId, ...(versionTag ? { versionTag } : {}) };
  return findProcess(local, activity, key, wanted).then(served =>
    callChild(local, activity, key, {
      ...served,
      version: versionTag ? { tagged: true } : {},
    }),
  );
}

interface Callee {
  readonly workflowType: string;
  /** The caller's own, unless it is said. */
  readonly taskQueue?: string;
  readonly version: Omit<Called, 'catches'>;
}

function callChild(
  local: Scope,
  activity: Activity & CallConfig,
  key: string,
  { workflowType, taskQueue, version }: Callee,
): Promise<JsonObject> {
  const input =
    activity.allVariables === false ? { ...local.variables } : visible(local);
  const workflowId = `${workflowInfo().workflowId}/${key}`;
  const start: Start = { called: { catches: codesAround(local), ...version } };
  return wait<JsonObject>(local, settle => {
    const cancellation = new CancellationScope();
    local.instance.calls.set(workflowId, local);
    local.instance.working += 1;
    cancellation
      .run(() =>
        executeChild(workflowType, {
          workflowId,
          args: [input, start],
          ...(taskQueue === undefined ? {} : { taskQueue }),
          staticSummary: activity.name || activity.id,
        }),
      )
      .then(
        result => settle.resolve(toVariables(result)),
        (error: unknown) => settle.reject(asBpmnError(error)),
      );
    return () => {
      local.instance.calls.delete(workflowId);
      local.instance.working -= 1;
      cancellation.cancel();
    };
  });
}

/** Codes that are caught around; null for all. The called process asks before it makes an incident of a failed job. */
function codesAround(scope: Scope): (string | null)[] {
  const own = scope.catches.map(code => code ?? null);
  return scope.parent ? [...own, ...codesAround(scope.parent)] : own;
}

function asBpmnError(error: unknown): unknown {
  const cause = error instanceof ChildWorkflowFailure ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return error;
  const [mark, variables] = cause.details ?? [];
  return mark === bpmnErrorDetail
    ? new BpmnError(cause.type ?? '', cause.message, toVariables(variables))
    : error;
}
