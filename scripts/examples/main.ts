import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, TOOLS } from '../factory/paths';
import { freePort } from '../factory/ports';
import { runScript } from '../factory/problem';
import { step } from '../factory/step';
import { temporalCli } from '../temporal/binaries';
import { startTemporal } from '../temporal/devServer';
import { startPostgres } from '../test/postgres';
import { call } from '../verify-templates/call';
import { readInputs } from '../verify-templates/inputs';
import { startScaffolder } from '../verify-templates/scaffolder';
import { startIssuer } from './issuer';
import { makeService, startService } from './service';
import { makeWorker, startWorker } from './worker';

const NAME = 'lead-to-order';
const EXAMPLE = join(ROOT, 'examples', NAME);
const TENANT = 'demo';

/** `npm run examples:up -- [--once]`: the example as real services, and one order through all of it. */
void runScript(async () => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { once: { type: 'boolean' } },
  });
  const dir = join(TOOLS, 'examples');
  const [leadsDir, workerDir] = [join(dir, 'leads'), join(dir, NAME)];
  const stops: (() => unknown)[] = [];
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, resolve);
  });
  try {
    const postgres = await step('PostgreSQL', startPostgres);
    stops.push(() => postgres.stop());
    const settings = {
      dataDir: dir,
      port: await freePort(),
      temporalPort: await freePort(),
      temporalUiPort: await freePort(),
    };
    const temporal = await step('Temporal', async () =>
      startTemporal(await temporalCli(), settings),
    );
    stops.push(() => temporal.stop());
    const issuer = await startIssuer();
    stops.push(() => issuer.stop());

    await step('Make the domain controller Leads', async () => {
      const scaffolder = await startScaffolder();
      const [input] = readInputs({
        template: 'domain-controller',
        inputs: join(EXAMPLE, 'templates'),
      }).filter(({ name }) => name === 'leads');
      await makeService(leadsDir, input, scaffolder);
      await scaffolder.stop();
    });
    const leads = await step('Start it', () =>
      startService(leadsDir, 'leads', postgres.connectionString, issuer.env),
    );
    stops.push(() => leads.child.stop());
    await step('Make the process controller', () =>
      makeWorker(workerDir, NAME, {
        drawing: join(EXAMPLE, `${NAME}.bpmn`),
        sources: {
          'src/policies.ts': join(EXAMPLE, 'service/src/policies.ts'),
          'src/rules.ts': join(EXAMPLE, 'service/src/activities.ts'),
          'src/activities.ts': join(EXAMPLE, 'connected/activities.ts'),
          'src/drive.ts': join(EXAMPLE, 'connected/drive.ts'),
        },
        service: leadsDir,
      }),
    );
    const env = {
      TEMPORAL_ADDRESS: `127.0.0.1:${settings.temporalPort}`,
      TEMPORAL_TASK_QUEUE: NAME,
      LEADS_URL: leads.url,
      LEADS_TOKEN: await issuer.sign(TENANT, 'leads.read leads.write'),
    };
    const worker = await step('Start its worker', () =>
      startWorker(workerDir, env),
    );
    stops.push(() => worker.stop());

    process.stdout.write('\nOne order:\n');
    process.stdout.write(
      await call('node', ['src/drive.ts'], { cwd: workerDir, env }),
    );
    if (!values.once) {
      process.stdout.write(
        `\nTemporal: http://localhost:${settings.temporalUiPort}\nLeads: ${leads.url}\nCtrl-C ends all of it.\n`,
      );
      await stopped;
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  // what we started has ended; what libraries keep open is not waited for
}).then(() => process.exit());
