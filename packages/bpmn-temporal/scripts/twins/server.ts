import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
} from '@temporalio/worker';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- how the repository finds the program
import { temporalCli } from '../../../../scripts/temporal/binaries';
import { ensureSearchAttribute } from '../../src/platform/search-attribute';
import type { Scenario } from './scenario';

/** Temporal's numbers of the kinds of search attributes. */
const kinds = [
  'Unspecified',
  'Text',
  'Keyword',
  'Int',
  'Double',
  'Bool',
  'Datetime',
  'KeywordList',
];

/** The official dev server, in memory. */
export async function startServer(
  extraArgs: string[] = [],
): Promise<TestWorkflowEnvironment> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: {
      logging: {
        // jobs that hang are given up at the end, which core warns of
        filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }),
        forward: {},
      },
    },
  });
  const environment = await TestWorkflowEnvironment.createLocal({
    server: {
      executable: {
        type: 'existing-path',
        path: process.env.TEMPORAL_CLI_PATH ?? (await temporalCli()),
      },
      log: { format: 'json', level: 'never' },
      extraArgs,
    },
  });
  await ensureSearchAttribute(environment.nativeConnection, 'default');
  return environment;
}

/** Search attributes that the twin has for itself. */
export async function registerAttributes(
  { connection }: TestWorkflowEnvironment,
  { searchAttributes = {} }: Scenario,
): Promise<void> {
  for (const [name, kind] of Object.entries(searchAttributes)) {
    const number = kinds.indexOf(kind);
    if (number < 1)
      throw new Error(
        `searchAttributes.${name} is ${kind}, none of ${kinds
          .slice(1)
          .join(', ')}`,
      );
    await connection.operatorService
      .addSearchAttributes({
        namespace: 'default',
        searchAttributes: { [name]: number },
      })
      .catch((error: unknown) => {
        if (!/already exists/i.test(String(error))) throw error;
      });
  }
}
