// make sandbox: records a pass of this version, or says which scenario failed.
import { rmSync, writeFileSync } from 'node:fs';
import { loadDefinition } from '../definition/load.ts';
import { orExit } from '../orExit.ts';
import {
  DEFINITION,
  PASSED,
  ROOT,
  SCENARIOS,
  SCHEMA,
  STUBS,
} from '../paths.ts';
import { readStubs } from '../tools/stub.ts';
import { digestOf } from './digest.ts';
import { refuseNetwork } from './network.ts';
import type { Passed } from './passed.ts';
import { runSandbox } from './run.ts';
import { readScenarios } from './scenario.ts';

await orExit(async () => {
  rmSync(PASSED, { force: true });
  const definition = loadDefinition(DEFINITION, SCHEMA);
  const stubs = readStubs(STUBS, definition);
  const scenarios = readScenarios(SCENARIOS);
  refuseNetwork();
  const trajectories = await runSandbox(definition, stubs, scenarios);
  const digest = digestOf(ROOT);
  const passed: Passed = {
    digest,
    time: new Date().toISOString(),
    trajectories,
  };
  writeFileSync(PASSED, `${JSON.stringify(passed, null, 2)}\n`);
  console.log(`${scenarios.length} scenarios passed, ${digest}`);
});
