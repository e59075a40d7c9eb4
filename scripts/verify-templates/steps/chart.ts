import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { call } from '../call';
import type { Output, Step } from '../step';
import { helm } from '../tools/helm';

export const LANES = ['dev', 'staging', 'prod'];

const values = (lane: string) => ['--values', `chart/values-${lane}.yaml`];

export const helmLint: Step = {
  name: 'helm lint',
  async run({ dir }) {
    for (const lane of LANES) {
      await call(await helm(), ['lint', '--strict', 'chart', ...values(lane)], {
        cwd: dir,
      });
    }
  },
};

/** The chart in all lanes; a value that its schema forbids is refused. */
export const helmTemplate: Step = {
  name: 'helm template',
  async run(output) {
    for (const lane of LANES) {
      const file = manifestsOf(output, lane);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await render(output, lane));
    }
    const accepted = await render(output, 'dev', ['--set', 'nosuch=1']).then(
      () => true,
      () => false,
    );
    if (accepted) throw new Error('values.schema.json allows unknown values');
    return LANES.join(', ');
  },
};

const render = async ({ dir }: Output, lane: string, more: string[] = []) =>
  call(
    await helm(),
    ['template', 'release', 'chart', ...values(lane), ...more],
    { cwd: dir },
  );

/** Where the manifests of a lane are, once the chart is rendered. */
export const manifestsOf = ({ dir }: Output, lane: string) =>
  join(`${dir}.manifests`, `${lane}.yaml`);
