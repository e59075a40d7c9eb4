import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInstanceService } from '../../../plugins/transformation-backend/src/instances/instanceService';
import { createTemporalClient } from '../../../plugins/transformation-backend/src/temporal/connection';
import { searchAttributesOf } from '../../../plugins/transformation-backend/src/temporal/searchAttributes';
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
    const [, processId] = /<bpmn:process id="([^"]+)"/.exec(drawing) ?? [];
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
      const client = createTemporalClient({ address, namespace: 'default' });
      const id = `${TENANT}:${name}:live`;
      const { workflow } = await client();
      const start = () =>
        workflow.start(workflowTypeOf(processId ?? ''), {
          workflowId: id,
          taskQueue: name,
          args: [{ orderId: 'o-1' }],
          typedSearchAttributes: searchAttributesOf(TENANT, name, 1),
        });
      await start();
      const instances = createInstanceService({
        temporal: client,
        deployments: { list: async () => [] },
        wake: async () => {},
        processes: async () => [],
      });
      const path = await waitFor(
        'The state of an instance',
        async () => {
          if (worker.ended()) throw new Error(worker.lastLines());
          const { state, status } = await instances.get(TENANT, id);
          const isThere = state?.tokens.length || status === 'completed';
          return isThere ? state : undefined;
        },
        { seconds: 60 },
      );
      const shown = path.tokens.map(({ elementId }) => elementId);
      const strange = shown.filter(
        elementId => !drawing.includes(`id="${elementId}"`),
      );
      if (strange.length) {
        throw new Error(`The drawing has no ${strange.join(', ')}`);
      }
      return shown.length ? `at ${shown.join(', ')}` : 'at its end';
    } finally {
      await worker.stop();
      await temporal.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
});

/** As the compiler has it: `Process_1` is served as `process1`. */
const workflowTypeOf = (processId: string) =>
  processId
    .replace(/[^A-Za-z0-9]+(.)/g, (_all, first: string) => first.toUpperCase())
    .replace(/^./, first => first.toLowerCase());
