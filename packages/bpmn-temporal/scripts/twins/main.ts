import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { readArguments } from './arguments';
import type { Comparison } from './compare';
import { reportOf } from './report';
import { startServer } from './server';
import { compareTwins } from './twins';

/** `npm run twins -- [FILE.bpmn TWIN.ts SCENARIO.json] [--json FILE]`; 0: equal, 1: not, 2: it could not be told. */
async function main(): Promise<number> {
  const { json, pairs } = readArguments(process.argv.slice(2));
  const environment = await startServer();
  try {
    const comparisons: (Comparison & { drawing: string })[] = [];
    for (const files of pairs) {
      const comparison = await compareTwins(environment, files);
      const drawing = basename(files.drawing);
      comparisons.push({ drawing, ...comparison });
      process.stdout.write(`\n${reportOf(drawing, comparison)}\n`);
    }
    if (json)
      writeFileSync(json, `${JSON.stringify({ comparisons }, null, 2)}\n`);
    return comparisons.every(({ equal }) => equal) ? 0 : 1;
  } finally {
    await environment.teardown();
  }
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
