import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

jest.setTimeout(180_000);

interface Results {
  comparisons: { drawing: string; equal: boolean; sameResult: boolean }[];
}

describe('twins', () => {
  it('cost the server as many events of each type as what is compiled', async () => {
    const { comparisons } = await run();
    expect(comparisons.length).toBeGreaterThanOrEqual(8);
    expect(comparisons.filter(({ equal }) => !equal)).toEqual([]);
  });
});

/** Runs the script in a process of its own, as a worker wants it. */
async function run(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'twins-test-'));
  try {
    const json = join(folder, 'results.json');
    const script = join(__dirname, '../scripts/twins/main.ts');
    const loader = require.resolve('@backstage/cli/config/nodeTransform.cjs');
    await promisify(execFile)(
      process.execPath,
      ['--require', loader, script, '--json', json],
      { env: { ...process.env, NODE_OPTIONS: '' } },
    ).catch((error: { code?: number; stderr?: string }) => {
      if (error.code !== 1) throw new Error(error.stderr);
    });
    return JSON.parse(readFileSync(json, 'utf8')) as Results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
