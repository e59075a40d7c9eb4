import { join } from 'node:path';
import { availableParallelism } from 'node:os';
import { compileAll } from './compile-all';
import { dealOut } from './deployments';
import type { Run } from './deployments';
import { judge } from './judge';
import type { CaseResult } from './judge';
import { openLane } from './lane';
import { runCase } from './run-case';
import type { Got } from './run-case';
import { startServer } from './server';
import type { Case, Suite } from './suite';

/** Compiles the models of all cases and runs them on a dev server, in lanes beside each other. */
export async function runCases(
  suites: Suite[],
  progress: (text: string) => void,
): Promise<{ entry: Case; result: CaseResult }[]> {
  const models = await compileAll(suites);
  const got = new Map<Case, Got>();
  const runs: Run[] = [];
  for (const { folder, cases } of suites)
    for (const entry of cases) {
      const path = join(folder, entry.file);
      const model = models.get(path);
      if (!model) continue;
      if (model.refusal === undefined) runs.push({ entry, path, model });
      else
        got.set(entry, { trace: [], outcome: 'rejected', note: model.refusal });
    }
  if (runs.length) await runAll(runs, got, progress);
  return suites
    .flatMap(({ cases }) => cases)
    .flatMap(entry => {
      const found = got.get(entry);
      return found ? [{ entry, result: judge(entry, found) }] : [];
    });
}

async function runAll(
  runs: Run[],
  got: Map<Case, Got>,
  progress: (text: string) => void,
): Promise<void> {
  // cases wait most of the time: more lanes than processors
  const lanes = Math.min(runs.length, 4 + availableParallelism());
  const deployments = dealOut(runs, lanes);
  const namespaces = deployments.map((_, index) => `lane-${index}`);
  progress(`${runs.length} cases in ${deployments.length} lanes`);
  const environment = await startServer(namespaces);
  try {
    await Promise.all(
      deployments.map((deployment, index) =>
        openLane(environment, `lane-${index}`, deployment, async lane => {
          for (const run of deployment.runs)
            got.set(run.entry, await runCase(lane, run).catch(broken));
          progress(`lane ${index} is through`);
        }),
      ),
    );
  } finally {
    await environment.teardown();
  }
}

/** The harness could not run it; that is a failure, not an end of the run. */
function broken(error: unknown): Got {
  return { trace: [], outcome: 'failed', note: `not run: ${String(error)}` };
}
