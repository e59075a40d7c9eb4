import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Problem, runScript } from '../scripts/factory/problem';
import { compile } from './compile';
import { reaches, tableOf, type Figure } from './figures';
import { limits } from './limits';
import { start } from './start';
import { store } from './store';
import { twins } from './twins';

/** All benchmarks by name. */
const BENCHMARKS: Record<string, () => Promise<Figure[]>> = {
  compile,
  limits,
  start,
  store,
  twins,
};

/** `npm run bench -- NAME [--json FILE]` */
void runScript(async () => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { json: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name || !(name in BENCHMARKS)) {
    throw new Problem(
      `Name one of ${Object.keys(BENCHMARKS).join(
        ', ',
      )}: npm run bench -- NAME [--json FILE]`,
    );
  }
  const figures = await BENCHMARKS[name]();
  process.stdout.write(`\n${tableOf(figures)}\n`);
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ figures }, null, 2)}\n`);
  return figures.every(reaches) ? 0 : 1;
});
