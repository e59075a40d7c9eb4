import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '@ameide/bpmn-temporal';
import { createInstanceService } from '../../../plugins/transformation-backend/src/instances/instanceService';
import type { Deployment } from '../../../plugins/transformation-common/src';
import { createTemporalClient } from '../../../plugins/transformation-backend/src/temporal/connection';
import { startChild } from '../../factory/child';
import { freePort } from '../../factory/ports';
import { waitFor } from '../../factory/waitFor';
import { temporalCli } from '../../temporal/binaries';
import { startTemporal } from '../../temporal/devServer';
import type { Output, Step } from '../step';

const TENANT = 'demo';

/**
 * What the factory's page shows of an instance whose worker is written by hand:
 * the page's own service reads it from a real Temporal.
 *
 * @param command - starts the worker in the output
 */
export const liveTokens = (command: string[], env = {}): Step => ({
  name: 'live tokens',
  async run({ dir, input }: Output) {
    const name = String(input.values.name);
    const drawing = readFileSync(join(dir, `${name}.bpmn`), 'utf8');
    const { processes } = await compile(drawing, { name });
    const dataDir = mkdtempSync(join(tmpdir(), 'live-'));
    const settings = {
      dataDir,
      port: await freePort(),
      temporalPort: await freePort(),
      temporalUiPort: await freePort(),
    };
    const address = `127.0.0.1:${settings.temporalPort}`;
    const temporal = await startTemporal(await temporalCli(), settings);
    const [program, ...args] = command;
    const worker = startChild(program, args, {
      cwd: dir,
      log: join(dataDir, 'worker.log'),
      env: { ...process.env, ...env, TEMPORAL_ADDRESS: address },
    });
    try {
      const instances = createInstanceService({
        temporal: createTemporalClient({ address, namespace: 'default' }),
        deployments: { list: async () => [deployedAs(name)] },
        wake: async () => {},
        processes: async () => processes,
      });
      const { id } = await instances.start(
        { tenant: TENANT, userEntityRef: `user:${TENANT}/ada` },
        name,
        // each starter waits for somebody or something then
        { variables: { orderId: 'o-1', amount: 5000 } },
      );
      const isWaiting = /^(Task_Review|Task_Approve|Catch_Delivered)$/;
      const shown = await waitFor(
        'An instance that waits',
        async () => {
          if (worker.ended()) throw new Error(worker.lastLines());
          const { state } = await instances.get(TENANT, id);
          const ids = state?.tokens.map(({ elementId }) => elementId) ?? [];
          return ids.some(found => isWaiting.test(found)) ? ids : undefined;
        },
        { seconds: 60 },
      );
      return `at ${shown.join(', ')}`;
    } finally {
      await worker.stop();
      await temporal.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
});

/** What GitOps would say of a worker that is started without it. */
function deployedAs(name: string): Deployment {
  const now = new Date().toISOString();
  return {
    artifactId: name,
    lane: 'dev',
    revision: 1,
    commit: '0'.repeat(40),
    status: 'deployed',
    namespace: 'default',
    taskQueue: name,
    updatedAt: now,
    observedAt: now,
  };
}
