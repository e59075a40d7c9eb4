import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../factory/paths';
import type { TestFactory } from './context';
import { STARTER } from './drawing';

const MODELING = join(ROOT, 'templates/process-controller/shared/modeling');

/** What `make drawing-push` of a process controller does, at a real artifact store. */
export function modeling(factory: () => TestFactory): void {
  describe('the modeling project of a process', () => {
    // below the root, where it finds the packages that it needs
    const folders = join(ROOT, '.cache');
    mkdirSync(folders, { recursive: true });
    const dir = mkdtempSync(join(folders, 'modeling-'));
    cpSync(MODELING, join(dir, 'modeling'), { recursive: true });
    writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
    after(() => rmSync(dir, { recursive: true }));

    const push = async (drawing: string) => {
      writeFileSync(join(dir, 'pushed.bpmn'), drawing);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(dir, 'modeling', 'push.ts')],
        {
          env: {
            FACTORY_URL: factory().url,
            FACTORY_TOKEN: await factory().persons.ada.token(),
          },
        },
      );
      return stdout.trim();
    };

    it('makes the drawing the newest state of its artifact, whatever its length', async () => {
      const { ada } = factory().persons;
      assert.equal(await push(STARTER), 'pushed.bpmn: created');
      assert.equal(await push(STARTER), 'pushed.bpmn: unchanged');
      const long = STARTER.replace(
        'Something is requested',
        `Something is requested${' and considered'.repeat(10_000)}`,
      );
      assert.equal(await push(long), 'pushed.bpmn: changed');
      assert.equal((await ada.api.getContent('pushed')).content, long);
    });
  });
}
