import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callIsolated, IsolationLimitError } from './callIsolated';

const modulePath = join(
  mkdtempSync(join(tmpdir(), 'isolated-')),
  'functions.js',
);
writeFileSync(
  modulePath,
  `exports.add = async (a, b) => a + b;
   exports.fail = () => { throw new Error('no'); };
   exports.spin = () => { for (;;); };
   exports.fill = () => { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); };
   exports.leave = () => process.exit(3);
   exports.env = () => Object.keys(process.env);`,
);
const call = (exportName: string, ...args: unknown[]) =>
  callIsolated({ modulePath, exportName }, args, {
    timeoutMs: 3_000,
    memoryMb: 64,
  });

describe('callIsolated', () => {
  it('calls the function and gives its result', async () => {
    await expect(call('add', 1, 2)).resolves.toBe(3);
  });
  it('gives it none of our environment', async () => {
    await expect(call('env')).resolves.toEqual([]);
  });
  it('tells a failure', async () => {
    await expect(call('fail')).rejects.toThrow('no');
  });
  it('ends what takes too long', async () => {
    await expect(call('spin')).rejects.toThrow(
      new IsolationLimitError('took longer than the 3 s it was given'),
    );
  });
  it('ends what takes too much memory', async () => {
    await expect(call('fill')).rejects.toThrow(/more than the 64 MiB/);
  });
  it('goes on after a thread was ended', async () => {
    await expect(call('spin')).rejects.toThrow(IsolationLimitError);
    await expect(call('add', 1, 2)).resolves.toBe(3);
  });
  it('notices when the thread leaves', async () => {
    await expect(call('leave')).rejects.toThrow('exited with code: 3');
  });
});
