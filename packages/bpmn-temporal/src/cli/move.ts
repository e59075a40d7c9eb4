import type { Client } from '@temporalio/client';
import type { Standing } from '../runtime/report';
import type { ProcessState } from '../runtime/state';

export interface Target {
  readonly deploymentName: string;
  readonly buildId: string;
}

/** Temporal's number for an override that pins. */
const pinned = 1;
const patienceMs = 15_000;

/**
 * Moves a running instance to another build by a versioning override, looks whether it stands there as the replay said,
 * and takes the override back where it does not, or where the build does not answer. Answers why it stayed.
 */
export async function move(
  client: Client,
  workflowId: string,
  target: Target,
  expected: Standing,
): Promise<string | undefined> {
  const { namespace } = client.options;
  const handle = client.workflow.getHandle(workflowId);
  const { raw } = await handle.describe();
  const before = raw.workflowExecutionInfo?.versioningInfo?.versioningOverride;
  const override = (versioningOverride: object | null) =>
    client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { versioningOverride },
      updateMask: { paths: ['versioning_override'] },
    });
  try {
    await override({ pinned: { version: target, behavior: pinned } });
  } catch (error) {
    return `the server does not take the version: ${textOf(error)}`;
  }
  const why = await refusalOf(
    () => handle.query<ProcessState>('state'),
    expected,
  );
  if (why !== undefined) await override(before ?? null);
  return why;
}

/** Asks the instance where it stands now; the new build has to answer. */
async function refusalOf(
  ask: () => Promise<ProcessState>,
  expected: Standing,
): Promise<string | undefined> {
  try {
    const state = await within(ask());
    const tokens = state.tokens.map(({ elementId }) => elementId).sort();
    return JSON.stringify(tokens) === JSON.stringify(expected.tokens)
      ? undefined
      : `after the move its tokens are at ${tokens.join(', ') || 'nothing'}`;
  } catch (error) {
    return `the new build did not answer: ${textOf(error)}`;
  }
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function within<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`nothing within ${patienceMs / 1000} s`)),
      patienceMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
