import { Problem, runScript } from '../factory/problem';
import { add, none } from './counts';
import { chooseStages, STAGES } from './stages';

/**
 * `npm test`, or `npm test -- STAGE ...` for some of its stages. The last line
 * says how many tests passed, failed and were skipped.
 */
void runScript(async () => {
  let total = none;
  const times: string[] = [];
  for (const name of choose()) {
    const stage = STAGES[name];
    process.stdout.write(`\n── ${stage.name} ──\n`);
    const start = Date.now();
    const counts = await stage.run();
    total = add(total, counts);
    times.push(
      `${stage.name.padEnd(28)} ${((Date.now() - start) / 1000)
        .toFixed(0)
        .padStart(5)} s  ${counts.passed} passed, ${counts.failed} failed, ${
        counts.skipped
      } skipped`,
    );
  }
  process.stdout.write(`\n${times.join('\n')}\n\n`);
  const skipped = total.skipped ? `, ${total.skipped} skipped` : '';
  process.stdout.write(
    `${total.passed} passed, ${total.failed} failed${skipped}\n`,
  );
  return total.failed ? 1 : 0;
});

function choose(): string[] {
  try {
    return chooseStages(process.argv.slice(2));
  } catch (error) {
    throw new Problem((error as Error).message);
  }
}
