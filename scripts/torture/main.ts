import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Problem, runScript } from '../factory/problem';
import { torture, type TortureOptions } from './torture';

const USAGE =
  'npm run torture:store -- --kills N [--seed N] [--engine sqlite|postgres]';

const options = z.object({
  kills: z.coerce.number().int().min(1),
  seed: z.coerce.number().int().min(0).default(1),
  engine: z.enum(['sqlite', 'postgres']).default('sqlite'),
});

/** Kills a backend that is written to, and says what was lost. The last line is `N passed, N failed`. */
void runScript(async () => {
  const asked = readOptions();
  const { verdicts, acknowledged, hits } = await torture(asked);
  const share = Math.round((hits / asked.kills) * 100);
  verdicts.push({
    name: 'at least half of the kills hit a command on its way',
    wrong: share < 50 ? [`${share} %`] : [],
  });
  process.stdout.write(
    `\n${acknowledged} commands acknowledged; ${hits} of ${asked.kills} kills (${share} %) hit one on its way; seed ${asked.seed}, ${asked.engine}\n`,
  );
  for (const { name, wrong } of verdicts) {
    const where = wrong.length
      ? `: ${wrong.length}, ${wrong.slice(0, 10).join(', ')}`
      : '';
    process.stdout.write(`${wrong.length ? '✖' : '✔'} ${name}${where}\n`);
  }
  const failed = verdicts.filter(({ wrong }) => wrong.length).length;
  process.stdout.write(
    `\n${verdicts.length - failed} passed, ${failed} failed\n`,
  );
  return failed ? 1 : 0;
});

function readOptions(): TortureOptions {
  try {
    const { values } = parseArgs({
      options: {
        kills: { type: 'string' },
        seed: { type: 'string' },
        engine: { type: 'string' },
      },
    });
    return options.parse(values);
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n${USAGE}`);
  }
}
