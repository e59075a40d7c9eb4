import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { startChild, type Child } from '../factory/child';
import { logOf, type Settings } from '../factory/paths';
import { Problem } from '../factory/problem';
import { waitFor } from '../factory/waitFor';

/** What the factory's workflows carry; the same names stand in the transformation backend. */
const SEARCH_ATTRIBUTES = [
  'AmeideTenant=Keyword',
  'AmeideArtifact=Keyword',
  'AmeideRevision=Int',
];

/** Starts Temporal's development server; it keeps what it knows in the data folder. */
export async function startTemporal(
  cli: string,
  settings: Settings,
): Promise<Child> {
  const { dataDir, temporalPort, temporalUiPort } = settings;
  mkdirSync(dataDir, { recursive: true });
  const child = startChild(
    cli,
    [
      'server',
      'start-dev',
      '--ip=127.0.0.1',
      '--ui-ip=127.0.0.1',
      `--port=${temporalPort}`,
      `--ui-port=${temporalUiPort}`,
      `--db-filename=${join(dataDir, 'temporal.db')}`,
      '--log-level=warn',
      '--dynamic-config-value=frontend.namespaceRPS.visibility=100',
      ...SEARCH_ATTRIBUTES.map(attribute => `--search-attribute=${attribute}`),
    ],
    { log: logOf(settings, 'temporal') },
  );
  await waitFor(
    'The start of Temporal',
    async () => {
      if (child.ended()) {
        throw new Problem(`Temporal ended at once:\n${child.lastLines()}`);
      }
      return (await answers(temporalPort)) || undefined;
    },
    { seconds: 30, everyMs: 50 },
  );
  return child;
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
