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
import { makeAgent, startAgent } from './agent';
import { makeDomain, startDomain } from './domain';
import { startIssuer } from './issuer';

import { makeWorker, startWorker } from './worker';

const NAME = 'lead-to-order';
const EXAMPLE = join(ROOT, 'examples', NAME);
const TENANT = 'demo';

/** A parameter file of the example. */
function parametersOf(template: string, named: string) {
  const [input] = readInputs({
    template,
    inputs: join(EXAMPLE, 'templates'),
  }).filter(({ name }) => name === named);
  return input;
}

/** `npm run examples:up -- [--once]`: the example as real services, and one order through all of it. */
void runScript(async () => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { once: { type: 'boolean' } },
  });
  const dir = join(TOOLS, 'examples');
  const [leadsDir, agentDir, workerDir] = ['leads', 'sales-coach', NAME].map(
    name => join(dir, name),
  );
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

    const scaffolder = await startScaffolder();
    stops.push(() => scaffolder.stop());
    await step('Make the domain controller Leads', () =>
      makeDomain(
        leadsDir,
        parametersOf('domain-controller', 'leads'),
        scaffolder,
      ),
    );
    const leads = await step('Start it', () =>
      startDomain(leadsDir, 'leads', postgres.connectionString, issuer.env),
    );
    stops.push(() => leads.child.stop());
    await step('Make the agent SalesCoach', () =>
      makeAgent(
        agentDir,
        parametersOf('agent', 'sales-coach'),
        join(EXAMPLE, 'connected/sales_coach.py'),
        scaffolder,
      ),
    );
    const agent = await step('Start it', () =>
      startAgent(agentDir, { 'component:demo/leads': leads.url }, issuer.env),
    );
    stops.push(() => agent.child.stop());
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
      LEADS_TOKEN: await issuer.sign(
        TENANT,
        'leads.read leads.write sales-coach.run',
      ),
      SALES_COACH_URL: agent.url,
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
        `\nTemporal: http://localhost:${settings.temporalUiPort}\nLeads: ${leads.url}\nSalesCoach: ${agent.url}\nCtrl-C ends all of it.\n`,
      );
      await stopped;
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
  // what we started has ended; what libraries keep open is not waited for
}).then(() => process.exit());
