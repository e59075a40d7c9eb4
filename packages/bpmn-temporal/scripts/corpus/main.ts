import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments';
import { fileLines, summarize, summaryText } from './report';
import { runCorpus } from './run';

/** `npm run corpus -- DIR [--stub | --lenient] [--typecheck] [--json FILE]` */
async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2));
  const began = Date.now();
  const results = await runCorpus(args, text =>
    process.stderr.write(
      `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`,
    ),
  );
  const summary = summarize(results);
  process.stdout.write(
    `${[fileLines(results), summaryText(summary)]
      .filter(Boolean)
      .join('\n\n')}\n`,
  );
  if (args.json)
    writeFileSync(
      args.json,
      `${JSON.stringify({ files: results, summary }, null, 2)}\n`,
    );
  const { crashed, timeout, typeerror } = summary.verdicts;
  return crashed + timeout + typeerror ? 1 : 0;
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(2);
  },
);
