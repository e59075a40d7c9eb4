import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Runtime, DefaultLogger } from '@temporalio/worker';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- how the repository finds the program
import { temporalCli } from '../../../../scripts/temporal/binaries';

/** A dev server with a namespace for each lane, so that signals and start events of one case reach no other. */
export async function startServer(
  namespaces: string[],
): Promise<TestWorkflowEnvironment> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: {
        type: 'existing-path',
        path: process.env.TEMPORAL_CLI_PATH ?? (await temporalCli()),
      },
      log: { format: 'json', level: 'never' },
      extraArgs: [
        ...namespaces.flatMap(namespace => ['--namespace', namespace]),
        // cases ask often for what is open
        '--dynamic-config-value',
        'frontend.namespaceRPS.visibility=200',
      ],
    },
  });
}
