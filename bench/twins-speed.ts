import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { median, medianOf, type Figure } from './figures';
import {
  asEmitted,
  byDefaults,
  byHandInProcess,
  compiledBundle,
  twinBundle,
} from './twins-served';

const PAIRS = 10;
const IN_FLIGHT = 32;
const INSTANCES = 64;
const ONE_BY_ONE = 9;

/** Instances a second of compiled drawings to those of their twins, both on the SDK's defaults. */
export async function throughput({
  address,
}: TestWorkflowEnvironment): Promise<Figure[]> {
  const name = 'five-jobs';
  const [compiled, twin] = await Promise.all([
    byDefaults(address, await compiledBundle(name), 'fiveJobs', 'compiled'),
    byDefaults(address, await twinBundle(name), 'fiveJobs', 'by-hand!'),
  ]);
  const ratios = await inPairs(
    () => rateOf(() => compiled.run()),
    () => rateOf(() => twin.run()),
  );
  await Promise.all([compiled.stop(), twin.stop()]);
  return [medianOf('throughput', ratios, '>= 0.97')];
}

/** The emitted worker to a worker by hand on the SDK's defaults, whose instances a plain client starts. */
export async function asItComes({
  address,
}: TestWorkflowEnvironment): Promise<Figure[]> {
  const slow = await byDefaults(
    address,
    await twinBundle('five-jobs'),
    'fiveJobs',
    'five-by-hand',
  );
  const fast = await asEmitted(address, 'five-jobs', 'fiveJobs', 'local');
  const rates = await inPairs(
    () => rateOf(() => fast.run(fast.inProcess)),
    () => rateOf(() => slow.run()),
  );
  await Promise.all([slow.stop(), fast.stop()]);

  const one = await byDefaults(
    address,
    await twinBundle('one-job'),
    'oneJob',
    'one-by-hand',
  );
  const usual = await asEmitted(address, 'one-job', 'oneJob', 'usual');
  const local = await asEmitted(address, 'one-job', 'oneJob', 'local');
  const fastByHand = await byHandInProcess(address);
  const latency = (run: () => Promise<void>) =>
    inPairs(
      () => p50Of(run),
      () => p50Of(() => one.run()),
    );
  const figures = [
    medianOf('local_5_jobs_throughput', rates, '>= 1.8'),
    medianOf('local_1_job_p50', await latency(() => local.run()), '<= 0.55'),
    medianOf(
      'in_process_start_p50',
      await latency(() => usual.run(usual.inProcess)),
      '<= 0.55',
    ),
    medianOf(
      'in_process_local_p50',
      await latency(() => local.run(local.inProcess)),
      '<= 0.15',
    ),
    // no goal: how far the SDK itself lets that one come
    medianOf(
      'in_process_local_p50_by_hand',
      await latency(() => fastByHand.run()),
    ),
  ];
  await Promise.all(
    [one, usual, local, fastByHand].map(served => served.stop()),
  );
  return figures;
}

/** Ratios of what was measured in turn, each of them first in every other pair; a first pair only warms up. */
export async function inPairs(
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<number[]> {
  const ratios: number[] = [];
  for (let pair = -1; pair < PAIRS; pair += 1) {
    let [a, b] = [0, 0];
    if (pair % 2) [b, a] = [await second(), await first()];
    else [a, b] = [await first(), await second()];
    if (pair >= 0) ratios.push(a / b);
  }
  return ratios;
}

/** Instances a second, so many of them under way at a time. */
export async function rateOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  let left = INSTANCES;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      await run();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return (1000 * INSTANCES) / (performance.now() - start);
}

/** Milliseconds of one after the other. */
export async function p50Of(run: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let nth = 0; nth < ONE_BY_ONE; nth += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}
