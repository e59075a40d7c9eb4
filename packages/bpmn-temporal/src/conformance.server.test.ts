import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(240_000);

/** The suite: beside the repository here and in CI, not at a user's. */
const suite = join(__dirname, '../../../../shared/conformance/betsy');

interface Results {
  cases: { id: string; verdict: string; reason: string }[];
  constraints: { file: string; verdict: string }[];
}

describe('conformance', () => {
  // said as skipped where the suite is not there
  const test = existsSync(suite) ? it : it.skip;

  test('executes every case as BPMN says, and refuses what breaks its rules', async () => {
    const { cases, constraints } = await run();
    const passed = cases.filter(({ verdict }) => verdict === 'pass');
    const refused = constraints.filter(({ verdict }) => verdict === 'rejected');
    process.stdout.write(
      `conformance: ${passed.length} of ${cases.length} cases passed, ${refused.length} of ${constraints.length} faults refused\n`,
    );
    expect(cases.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect(passed).not.toEqual([]);
    const listed = JSON.parse(
      readFileSync(join(suite, 'constraints.json'), 'utf8'),
    ) as { file: string; dubious?: string }[];
    const sure = listed.filter(({ dubious }) => !dubious);
    const files = new Set(refused.map(({ file }) => file));
    expect(sure.filter(({ file }) => !files.has(file))).toEqual([]);
  });
});

/** Runs the script; it exits with 1 where something fails, and the results say what. */
async function run(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-test-'));
  try {
    const json = join(folder, 'results.json');
    const script = join(__dirname, '../scripts/conformance/main.ts');
    const loader = require.resolve('@backstage/cli/config/nodeTransform.cjs');
    await promisify(execFile)(
      process.execPath,
      ['--require', loader, script, suite, '--json', json],
      {
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    ).catch((error: { code?: number; stderr?: string }) => {
      if (error.code !== 1) throw new Error(error.stderr);
    });
    return JSON.parse(readFileSync(json, 'utf8')) as Results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
