import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { medianOf, type Figure } from './figures';
import { lengthened, type History } from './twins-long-history';
import { compiledBundle, twinBundle } from './twins-served';
import { inPairs } from './twins-speed';

const EVENTS = 10_000;

/** Replaying a history of ten thousand events of a compiled loop, to that of its twin. */
export async function replay(
  environment: TestWorkflowEnvironment,
): Promise<Figure[]> {
  const sides = [
    { name: 'replayed', code: await compiledBundle('loop') },
    { name: 'by-hand!', code: await twinBundle('loop') },
  ];
  const again: (() => Promise<number>)[] = [];
  let events = 0;
  for (const { name, code } of sides) {
    const history = lengthened(await record(environment, name, code), EVENTS);
    events = history.events?.length ?? 0;
    again.push(async () => {
      const start = performance.now();
      await Worker.runReplayHistory({ workflowBundle: code }, history, name);
      return performance.now() - start;
    });
  }
  const [compiled, twin] = again;
  if (!compiled || !twin) return [];
  return [
    medianOf('replay', await inPairs(compiled, twin), '<= 1.1'),
    { name: 'events replayed', value: events, unit: '' },
  ];
}

/** Runs the review of an article that is accepted at the third time. */
async function record(
  { client, nativeConnection }: TestWorkflowEnvironment,
  taskQueue: string,
  workflowBundle: WorkflowBundleWithSourceMap,
): Promise<History> {
  let reviews = 0;
  const worker = await Worker.create({
    connection: nativeConnection,
    taskQueue,
    workflowBundle,
    activities: {
      'articles.write': async () => ({ draft: 'a draft' }),
      'articles.review': async () => {
        reviews += 1;
        return { accepted: reviews === 3, remarks: 'longer' };
      },
    },
  });
  return worker.runUntil(async () => {
    const handle = await client.workflow.start('articleReview', {
      workflowId: `long-${taskQueue}`,
      taskQueue,
      args: [{ topic: 'Twins', remarks: 'longer' }],
    });
    await handle.result();
    return handle.fetchHistory();
  });
}
