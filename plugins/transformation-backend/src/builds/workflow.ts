import {
  ActivityFailure,
  ApplicationFailure,
  defineQuery,
  proxyActivities,
  setHandler,
} from '@temporalio/workflow';
import type { BuildActivities } from './activities';
import type { BuildOutcome } from './buildStore';

type StepName = BuildOutcome['steps'][number]['name'];

/** Which build a workflow does; all else stands in the store. */
export interface BuildKey {
  tenant: string;
  buildId: string;
}

/** How far the build is. */
export const buildProgress = defineQuery<BuildOutcome>('progress');

const {
  compileRevision,
  pushService,
  pushGitops,
  openPullRequests,
  withdraw,
  finish,
} = proxyActivities<BuildActivities>({
  startToCloseTimeout: '3 minutes',
  // a backend that was killed is noticed soon, and the step done again
  heartbeatTimeout: '5 seconds',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumAttempts: 5,
    nonRetryableErrorTypes: ['Refused'],
  },
});

/**
 * One build: compile, push both branches, open both pull requests. Every step
 * can be repeated without doing anything twice, so a backend that dies in the
 * middle leaves one pull request in each repository, not two and not none.
 */
export async function buildRevision(key: BuildKey): Promise<BuildOutcome> {
  const names: StepName[] = [
    'compile',
    'service-pull-request',
    'gitops-pull-request',
  ];
  const outcome: BuildOutcome = {
    status: 'running',
    steps: names.map(name => ({ name, status: 'waiting' })),
    diagnostics: [],
    pullRequests: [],
  };
  setHandler(buildProgress, () => outcome);
  const now = () => new Date().toISOString();

  async function step<T>(name: StepName, work: () => Promise<T>): Promise<T> {
    const entry = outcome.steps[names.indexOf(name)];
    Object.assign(entry, { status: 'running', startedAt: now() });
    try {
      const result = await work();
      Object.assign(entry, { status: 'done', finishedAt: now() });
      return result;
    } catch (error) {
      Object.assign(entry, {
        status: 'failed',
        finishedAt: now(),
        message: reasonOf(error),
      });
      throw error;
    }
  }

  try {
    outcome.diagnostics = await step('compile', () => compileRevision(key));
    if (outcome.diagnostics.some(({ severity }) => severity === 'error')) {
      Object.assign(outcome.steps[0], {
        status: 'failed',
        message: 'The drawing has errors; see the diagnostics',
      });
      outcome.status = 'refused';
    } else {
      const service = await step('service-pull-request', () =>
        pushService(key),
      );
      outcome.pullRequests = await step('gitops-pull-request', async () => {
        try {
          // nothing is to run that has marks of a merge in it
          const gitops = service.conflicts?.length
            ? undefined
            : await pushGitops(key, service);
          return await openPullRequests(key, service, gitops);
        } catch (error) {
          await withdraw(key, service);
          throw error;
        }
      });
      outcome.status = 'succeeded';
    }
  } catch {
    outcome.status = 'failed';
  }
  for (const entry of outcome.steps) {
    if (entry.status === 'waiting') entry.status = 'skipped';
  }
  outcome.finishedAt = now();
  await finish(key, outcome);
  return outcome;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure || cause instanceof Error) {
    return cause.message;
  }
  return String(cause);
}
