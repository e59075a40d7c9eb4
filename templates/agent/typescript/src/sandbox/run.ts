import { isDeepStrictEqual } from 'node:util';
import { asCaller, type Caller } from '../caller.ts';
import type { Definition } from '../definition/model.ts';
import { ApiError, StartError } from '../errors.ts';
import type { Run } from '../runs/runner.ts';
import { createRun } from '../runs/runner.ts';
import type { RunAnswer } from '../runs/messages.ts';
import type { Stub } from '../tools/stub.ts';
import { createToolbox } from '../tools/toolbox.ts';
import type { Scenario } from './scenario.ts';
import { scripted } from './scriptedModel.ts';

/**
 * Runs scenarios with fake tools and a scripted model, within the limits of the
 * definition.
 *
 * @returns which tools each scenario called
 * @throws StartError where one goes another way than expected, or a tool that writes is in none
 */
export async function runSandbox(
  definition: Definition,
  stubs: Stub[],
  scenarios: Scenario[],
): Promise<Record<string, string[]>> {
  const trajectories: Record<string, string[]> = {};
  for (const scenario of scenarios) {
    trajectories[scenario.name] = await runOne(definition, stubs, scenario);
  }
  if (!scenarios.length) {
    throw new StartError('There are no scenarios in sandbox/scenarios');
  }
  const called = new Set(Object.values(trajectories).flat());
  const untried = definition.tools
    .filter(({ id, risk }) => risk === 'write' && !called.has(id))
    .map(({ id }) => id);
  if (untried.length) {
    throw new StartError(`No scenario calls ${untried.join(', ')}`);
  }
  return trajectories;
}

async function runOne(
  definition: Definition,
  stubs: Stub[],
  scenario: Scenario,
): Promise<string[]> {
  const trajectory: string[] = [];
  const toolbox = createToolbox({
    definition,
    stubs,
    invoke: async ({ tool }) => {
      trajectory.push(tool.id);
      return scenario.tools[tool.id] ?? {};
    },
    isProven: true,
    tell: () => {},
  });
  const run = createRun(definition, scripted(scenario.turns), toolbox);
  // somebody who may do all of it: what is looked at is what the agent does
  const somebody: Caller = {
    subject: 'sandbox',
    tenantId: 'sandbox',
    scopes: new Set(definition.tools.flatMap(({ scopes }) => scopes)),
    token: '',
  };
  const { status, proposals } = await asCaller(somebody, () =>
    answer(run, scenario),
  );
  const found = {
    status,
    trajectory,
    proposals: proposals.map(one => one.tool),
  };
  for (const [what, value] of Object.entries(found)) {
    const expected = scenario.expect[what as keyof typeof found];
    if (!isDeepStrictEqual(value, expected)) {
      throw new StartError(
        `${scenario.name}: ${what} is ${JSON.stringify(
          value,
        )}, expected ${JSON.stringify(expected)}`,
      );
    }
  }
  return trajectory;
}

/** The run, with what people answer in it. */
async function answer(
  run: Run,
  { name, input, values, answers }: Scenario,
): Promise<RunAnswer> {
  try {
    let result = await run({ input, values });
    for (const said of answers) {
      const { state } = result;
      if (!state) throw new StartError(`${name}: the run waits for nobody`);
      result = await run({ values: {}, resume: { state, answer: said } });
    }
    return result;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new StartError(`${name}: ${error.message}`);
  }
}
