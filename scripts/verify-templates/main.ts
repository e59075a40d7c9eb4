import { writeFileSync } from 'node:fs';
import { Problem, runScript } from '../factory/problem';
import { startPostgres } from '../test/postgres';
import { readArguments } from './arguments';
import { readInputs } from './inputs';
import { partOf, today } from './part';
import { lineOf, matrixOf } from './report';
import { startScaffolder } from './scaffolder';
import { stepsOf } from './steps';
import { verify, type Run } from './verify';

/** `npm run verify:templates`: what templates make is built, tested and looked at. */
void runScript(async () => {
  const args = readArguments(process.argv.slice(2));
  const inputs = readInputs(args);
  const part = partOf(inputs, today());
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => stop.abort(new Problem('It was stopped')));
  }
  const scaffolder = await startScaffolder();
  const postgres = await startPostgres();
  const runs: Run[] = [];
  try {
    for (const input of inputs) {
      const { template, language, name } = input;
      process.stdout.write(`\n${template}/${language}/${name}\n`);
      runs.push(
        await verify(
          input,
          () => (args.part ? part(input, stepsOf(input)) : stepsOf(input)),
          scaffolder,
          postgres.connectionString,
          outcome => process.stdout.write(lineOf(outcome)),
          stop.signal,
        ),
      );
    }
  } finally {
    await scaffolder.stop();
    await postgres.stop();
    if (args.json) {
      writeFileSync(args.json, `${JSON.stringify({ runs }, null, 2)}\n`);
    }
  }
  process.stdout.write(`\n${matrixOf(runs)}\n`);
  const steps = runs.flatMap(run => run.steps);
  const count = (verdict: string) =>
    steps.filter(step => step.verdict === verdict).length;
  process.stdout.write(
    `\n${count('pass')} passed, ${count('fail')} failed, ${count(
      'skip',
    )} skipped\n`,
  );
  return count('fail') ? 1 : 0;
  // the scaffolder leaves timers behind that would keep it from ending
}).finally(() => process.exit());
