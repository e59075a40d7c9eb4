import { readFileSync } from 'node:fs';

/** How many tests of a stage passed, failed and were skipped. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** Of Jest's `--json --outputFile`; a file that could not be run counts as one failure. */
export function countsOfJest(file: string): Counts {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numRuntimeErrorTestSuites: number;
  };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests,
  };
}

/** Of the summary that Node's test runner prints. */
export function countsOfNodeTest(output: string): Counts {
  const last = (name: string) =>
    Number(
      [...output.matchAll(new RegExp(`^(?:ℹ|#) ${name} (\\d+)`, 'gm'))].at(
        -1,
      )?.[1] ?? 0,
    );
  return {
    passed: last('pass'),
    failed: last('fail') + last('cancelled'),
    skipped: last('skipped'),
  };
}

/** Of a script whose last line is `N passed, N failed`, and perhaps `, N skipped`. */
export function countsOfLastLine(output: string): Counts {
  const [, passed = '0', failed = '0', skipped = '0'] =
    /(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output) ?? [];
  return {
    passed: Number(passed),
    failed: Number(failed),
    skipped: Number(skipped),
  };
}
