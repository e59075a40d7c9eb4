import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { median, rounded, type Figure } from './figures';
import { asEmitted, type Served } from './twins-served';
import { p50Of, rateOf } from './twins-speed';
import { onZeebe } from './twins-zeebe';

const ROUNDS = 5;

type Place = (name: string, processId: string) => Promise<Served>;

/** The same drawings on servers that the environment names, and on the dev server beside them: figures without goals. */
export async function beside({
  address,
}: TestWorkflowEnvironment): Promise<Figure[]> {
  const { BENCH_TEMPORAL_ADDRESS: temporal, BENCH_ZEEBE_ADDRESS: zeebe } =
    process.env;
  if (!temporal && !zeebe) return [];
  const places: Record<string, Place> = {
    ...onTemporal('dev_server', address),
    ...(temporal ? onTemporal('temporal', temporal) : {}),
    ...(zeebe ? { zeebe: (name, id) => onZeebe(zeebe, name, id) } : {}),
  };
  const figures: Figure[] = [];
  for (const [place, serve] of Object.entries(places)) {
    const one = await serve('one-job', 'oneJob');
    const p50 = await middle(() => p50Of(() => one.run(one.inProcess)));
    await one.stop();
    const five = await serve('five-jobs', 'fiveJobs');
    const rate = await middle(() => rateOf(() => five.run(five.inProcess)));
    await five.stop();
    figures.push(
      { name: `${place}_1_job_p50`, value: p50, unit: 'ms' },
      { name: `${place}_5_jobs_rate`, value: rate, unit: '/s' },
    );
  }
  return figures;
}

/** The emitted worker as it comes, and with its jobs done locally. */
function onTemporal(place: string, address: string): Record<string, Place> {
  return {
    [place]: (name, id) => asEmitted(address, name, id, 'usual'),
    [`${place}_local`]: (name, id) => asEmitted(address, name, id, 'local'),
  };
}

/** A first round only warms up. */
async function middle(measure: () => Promise<number>): Promise<number> {
  await measure();
  const values: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) values.push(await measure());
  return rounded(median(values));
}
