import { temporalCli, temporalTestServer } from '../../temporal/binaries';

/** Where the tests of a process find the programs of Temporal. */
export const temporalPrograms = async (): Promise<NodeJS.ProcessEnv> => ({
  TEMPORAL_TEST_SERVER_PATH: await temporalTestServer(),
  TEMPORAL_CLI_PATH: await temporalCli(),
});
