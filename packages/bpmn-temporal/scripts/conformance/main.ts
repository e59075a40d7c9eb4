import { writeFileSync } from 'node:fs';
import { readArguments } from './arguments';
import { checkConstraints } from './constraints';
import { caseReport, constraintReport } from './report';
import { runCases } from './run-cases';
import { readSuites } from './suite';

/** `npm run conformance -- DIR [--json FILE] [--only REGEX]` */
async function main(): Promise<number> {
  const { folder, json, only } = readArguments(process.argv.slice(2));
  const suites = readSuites(folder, only);
  const began = Date.now();
  const progress = (text: string) =>
    process.stderr.write(
      `${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${text}\n`,
    );
  const constraints = await checkConstraints(suites);
  progress(`${constraints.length} constraint models compiled`);
  const cases = await runCases(suites, progress);
  progress('done');
  const report = [caseReport(cases), constraintReport(constraints)];
  process.stdout.write(`\n${report.filter(Boolean).join('\n\n')}\n`);
  const results = {
    cases: cases.map(({ result }) => result),
    constraints: constraints.map(({ result }) => result),
  };
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  const failed =
    cases.some(({ result }) => result.verdict === 'fail') ||
    constraints.some(
      ({ constraint, result }) =>
        !constraint.dubious && result.verdict !== 'rejected',
    );
  return failed ? 1 : 0;
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(2);
  },
);
