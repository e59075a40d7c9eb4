import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { sketch } from '../../../packages/bpmn-temporal/src/__testUtils__/drawing';
import { ROOT } from '../../factory/paths';
import type { TestFactory } from './context';
import { STARTER } from './drawing';

const PARTS = ['shared', 'codeFirst'].map(part =>
  join(ROOT, 'templates/process-controller', part, 'modeling'),
);

/** What a process controller brings for those who draw, by its scripts. */
export function modeling(factory: () => TestFactory): void {
  describe('the modeling project of a process', () => {
    // below the root, where it finds the packages that it needs
    const folders = join(ROOT, '.cache');
    mkdirSync(folders, { recursive: true });
    const dir = mkdtempSync(join(folders, 'modeling-'));
    for (const part of PARTS) {
      cpSync(part, join(dir, 'modeling'), { recursive: true });
    }
    mkdirSync(join(dir, 'test'));
    writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
    after(() => rmSync(dir, { recursive: true }));

    const run = async (script: string, drawing: string, env = {}) => {
      writeFileSync(join(dir, 'drawn.bpmn'), drawing);
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [join(dir, 'modeling', script)],
        { env },
      );
      return stdout.trim();
    };

    it('makes the drawing the newest state of its artifact, whatever its length', async () => {
      const { ada } = factory().persons;
      const push = async (drawing: string) =>
        run('push.ts', drawing, {
          FACTORY_URL: factory().url,
          FACTORY_TOKEN: await ada.token(),
        });
      assert.equal(await push(STARTER), 'drawn.bpmn: created');
      assert.equal(await push(STARTER), 'drawn.bpmn: unchanged');
      const long = STARTER.replace(
        'Something is requested',
        `Something is requested${' and considered'.repeat(10_000)}`,
      );
      assert.equal(await push(long), 'drawn.bpmn: changed');
      assert.equal((await ada.api.getContent('drawn')).content, long);
    });

    const pathsOf = async (text: string) => {
      await run('paths.ts', sketch(text));
      const { paths } = JSON.parse(
        readFileSync(join(dir, 'test', 'paths.gen.json'), 'utf8'),
      ) as { paths: { name: string; elements: string[] }[] };
      return Object.fromEntries(
        paths.map(({ name, elements }) => [name, elements.join(' ')]),
      );
    };

    it('lists the paths that take every flow and boundary event, the shortest first', async () => {
      assert.deepEqual(
        await pathsOf(`
          start s
          xor x default=x_b
          job a work
          timer t on a PT1S -> late
          end b
          end c
          end late
          s -> x
          x -> a if =big
          x -> b
          a -> c`),
        { x_a: 's x a c', 'x_a+t': 's x a t late', x_b: 's x b' },
      );
    });

    it('takes a way back once, and goes on where it ends', async () => {
      assert.deepEqual(
        await pathsOf(`
          start s
          xor m
          job a work
          xor x default=x_e
          end e
          s -> m
          m -> a
          a -> x
          x -> m if =again
          x -> e`),
        { x_e: 's m a x e', 'x_m+x_e': 's m a x m a x e' },
      );
    });

    it('splits and joins in parallel, and by what an inclusive gateway chooses', async () => {
      assert.deepEqual(
        await pathsOf(`
          start s
          and f
          job a work
          job b work
          and j
          end e
          s -> f
          f -> a
          f -> b
          a -> j
          b -> j
          j -> e`),
        { straight: 's f a b j e' },
      );
      assert.deepEqual(
        await pathsOf(`
          start s
          <bpmn:inclusiveGateway id="f" />
          job a work
          job b work
          <bpmn:inclusiveGateway id="j" />
          end e
          s -> f
          f -> a if =one
          f -> b if =other
          a -> j
          b -> j
          j -> e`),
        { f_a: 's f a j e', f_b: 's f b j e' },
      );
    });

    for (const [what, text, told] of [
      [
        'a subprocess',
        'start s\nsub u\nstart us\nend ue\nus -> ue\n}\nend e\ns -> u\nu -> e',
        /u: the paths of a drawing with a SubProcess cannot be listed/,
      ],
      [
        'a complex gateway',
        'start s\n<bpmn:complexGateway id="g" />\nend e\ns -> g\ng -> e',
        /g: the paths of a drawing with a ComplexGateway cannot be listed/,
      ],
      [
        'a join that waits for ever',
        'start s\nxor x default=x_b\njob a work\njob b work\nand j\nend e\ns -> x\nx -> a if =ok\nx -> b\na -> j\nb -> j\nj -> e',
        /j waits for a token that does not come where x_[ab] was decided/,
      ],
    ] as const) {
      it(`refuses ${what} by the name of the element`, async () => {
        await assert.rejects(pathsOf(text), (error: Error) => {
          assert.match(error.message, told);
          assert.doesNotMatch(error.message, /^ +at /m);
          return true;
        });
      });
    }
  });
}
