import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import type { Step } from '../step';
import { withUv } from '../tools/uv';
import { buf, bufBreaking, bufLint, serviceFile } from './buf';

/** Beside the service, as their repositories are. */
const homeOf = (dir: string) => `${dir}-protos`;

/** A contract that is kept for itself has all that it needs, and clients are made there. */
export const ownContract: Step = {
  name: 'own contract',
  async run(output) {
    const home = { ...output, dir: homeOf(output.dir) };
    renameSync(join(output.dir, 'contract'), home.dir);
    await bufLint.run(home);
    await bufBreaking.run(home);
    await call('make', ['lint', 'sdk'], { cwd: home.dir, env: await withUv() });
  },
};

/** What becomes of the contract is found, and taken by the service. */
export const contractCopy: Step = {
  name: 'copy of the contract',
  async run({ dir }) {
    const git = (...args: string[]) => call('git', args, { cwd: dir });
    const check = async () =>
      call('make', ['contract-check', `CONTRACT=${homeOf(dir)}/proto`], {
        cwd: dir,
        env: await withUv(),
      });
    await git('init', '--quiet');
    try {
      await git('add', 'proto');
      await check();
      const changed = serviceFile(join(homeOf(dir), 'proto'));
      appendFileSync(changed, '\nmessage Newer {}\n');
      await assert.rejects(check, /\+message Newer/);
      assert.match(
        readFileSync(serviceFile(join(dir, 'proto')), 'utf8'),
        /Newer/,
      );
      await git('checkout', '--', 'proto');
    } finally {
      rmSync(join(dir, '.git'), { recursive: true });
    }
  },
};

/** The contract can be pushed to a Buf Schema Registry, which is not asked here. */
export const contractModule: Step = {
  name: 'module of the contract',
  async run({ dir, input }) {
    const push = (...settings: string[]) =>
      call('make', ['sdk-push', 'SDK_BUF=true', ...settings], { cwd: dir });
    await assert.rejects(() => push(), /Say whose modules they are/);
    await push('BSR=buf.build/acme');
    const module = join(dir, 'sdk', 'bsr', 'module');
    const named = await buf(
      ['config', 'ls-modules', '--format', 'name'],
      module,
    );
    assert.equal(named.trim(), `buf.build/acme/${input.values.name}`);
    serviceFile(join(module, 'proto'));
  },
};
