import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(240_000);

/** The execution cases: beside the repository here and in CI, not at a user's. */
const suite = join(__dirname, '../../../../shared/conformance/betsy');

describe('conformance', () => {
  // said as skipped where the suite is not there
  const test = existsSync(suite) ? it : it.skip;

  test('executes every case whose drawing is not refused as BPMN says', async () => {
    const script = join(__dirname, '../scripts/conformance.cjs');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [script, suite],
      {
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
      // It exits with 1 where a case fails; the report says which.
    ).catch((error: { stdout: string }) => error);
    const report = JSON.parse(stdout.slice(stdout.indexOf('{\n  "attempted"')));
    process.stdout.write(
      `conformance: ${report.passed} of ${report.attempted} cases passed, ${report.refused.length} refused with a reason\n`,
    );
    expect(report.failed).toEqual([]);
    expect(report.attempted).toBeGreaterThan(0);
  });
});
