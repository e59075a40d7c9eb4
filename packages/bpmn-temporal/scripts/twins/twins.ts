import { readFileSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Answers } from './answers';
import { compare } from './compare';
import type { Comparison } from './compare';
import { drive } from './drive';
import { costOf } from './histories';
import type { Cost } from './histories';
import { compileProject } from './project';
import { readScenario } from './scenario';
import type { Scenario } from './scenario';
import { registerAttributes } from './server';
import { bundle, serve, sizeOf } from './serve';
import { workflowOf } from './twin-source';

export interface Files {
  readonly drawing: string;
  readonly twin: string;
  readonly scenario: string;
}

interface Side {
  readonly name: 'compiled' | 'by-hand!';
  readonly workflowType: string;
  readonly workflows: string;
  readonly preloaded: string[];
  readonly args: readonly unknown[];
  /** Job types by activity type. */
  readonly activities: ReadonlyMap<string, string>;
}

let count = 0;

/** Runs the compiled drawing and its twin through the same scenario, and compares their histories. */
export async function compareTwins(
  environment: TestWorkflowEnvironment,
  files: Files,
): Promise<Comparison> {
  const scenario = readScenario(files.scenario);
  await registerAttributes(environment, scenario);
  const compiled = await compileProject(
    readFileSync(files.drawing, 'utf8'),
    scenario.process,
  );
  try {
    const jobTypes = [
      ...compiled.jobTypes,
      ...Object.keys(scenario.jobs ?? {}),
    ];
    const activities = new Map(jobTypes.map(type => [type, type]));
    const args = [scenario.start ?? {}];
    const ours = await run(environment, scenario, {
      name: 'compiled',
      workflowType: compiled.process.workflowType,
      workflows: compiled.workflows,
      preloaded: [compiled.runtime],
      args,
      activities,
    });
    const names = scenario.twin ?? {};
    const theirs = await run(environment, scenario, {
      name: 'by-hand!',
      workflowType: workflowOf(files.twin, names.workflow),
      workflows: files.twin,
      preloaded: [],
      args: names.args ?? args,
      activities: new Map([
        ...activities,
        ...Object.entries(names.activities ?? {}),
      ]),
    });
    return compare(
      ours.cost,
      theirs.cost,
      { compiled: ours.bundle, twin: theirs.bundle },
      isDeepStrictEqual(ours.result, theirs.result),
    );
  } finally {
    rmSync(compiled.folder, { recursive: true, force: true });
  }
}

async function run(
  environment: TestWorkflowEnvironment,
  scenario: Scenario,
  side: Side,
): Promise<{ cost: Cost; bundle: number; result: unknown }> {
  const { client } = environment;
  const answers = new Answers(scenario);
  const activities = Object.fromEntries(
    [...side.activities].map(([type, jobType]) => [
      type,
      answers.activity(jobType),
    ]),
  );
  const code = await bundle(side.workflows, side.preloaded);
  // names are in the history: both sides' are equally long
  count += 1;
  const taskQueue = `${side.name}-${count}`;
  return serve(environment, taskQueue, code, activities, async () => {
    const handle = await client.workflow.start(side.workflowType, {
      workflowId: taskQueue,
      taskQueue,
      args: [...side.args],
    });
    const steps = (scenario.steps ?? []).map(({ twin, ...step }) =>
      twin && side.name === 'by-hand!' ? twin : step,
    );
    try {
      const timeout = scenario.timeout ?? 60_000;
      await drive(client, handle, answers, steps, timeout);
    } finally {
      await handle.terminate('the comparison is over').catch(() => undefined);
    }
    const result = await handle.result().catch(() => undefined);
    const cost = await costOf(client, taskQueue);
    return { cost, bundle: sizeOf(code), result };
  });
}
