import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(240_000);

/** The execution cases; not part of the repository. */
const suite = process.env.BPMN_CONFORMANCE ?? '/work/shared/conformance/betsy';

describe('conformance', () => {
  if (!existsSync(suite)) {
    it('SKIPPED: no suite found; BPMN_CONFORMANCE names its folder', () => {});
    return;
  }

  it('executes every case whose drawing is not refused as BPMN says', async () => {
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
