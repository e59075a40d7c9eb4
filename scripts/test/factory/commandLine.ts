import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { ROOT } from '../../factory/paths';
import { STARTER } from './drawing';
import type { TestFactory } from './context';

const PROGRAM = join(ROOT, 'packages', 'factory-cli', 'bin', 'factory');

interface Ended {
  code: number;
  out: string;
  err: string;
}

/** `factory`, as a process of its own. */
export function commandLine(factory: () => TestFactory): void {
  const folder = mkdtempSync(join(tmpdir(), 'ameide-cli-'));
  const file = (name: string) => join(folder, name);
  const call = (env: NodeJS.ProcessEnv, args: string[]) =>
    new Promise<Ended>(resolve => {
      execFile(
        process.execPath,
        [PROGRAM, ...args],
        {
          env: {
            PATH: process.env.PATH,
            FACTORY_URL: factory().url,
            ...env,
          },
        },
        (error, out, err) =>
          resolve({ code: Number(error?.code ?? 0), out, err }),
      );
    });
  const as = async (
    name: keyof TestFactory['persons'],
    ...args: string[]
  ): Promise<Ended> => {
    const FACTORY_TOKEN = await factory().persons[name].token();
    return call({ FACTORY_TOKEN }, args);
  };
  const done = ({ code, out, err }: Ended) => {
    assert.equal(code, 0, err);
    return out;
  };

  describe('the command line', () => {
    after(() => rmSync(folder, { recursive: true, force: true }));

    it('says how it is called, with examples, and what was wrong with a call', async () => {
      const help = await call({}, ['artifacts', 'export', '--help']);
      assert.match(done(help), /factory artifacts export lead-to-order -o/);
      assert.match(done(await call({}, ['--help'])), /FACTORY_TOKEN/);
      const unknown = await call({}, ['artefacts']);
      assert.equal(unknown.code, 2);
      assert.match(unknown.err, /unknown command 'artefacts'/);
      const noToken = await call({}, ['doctor']);
      assert.equal(noToken.code, 2);
      assert.match(noToken.err, /FACTORY_TOKEN is not set/);
      const wrong = await call({ FACTORY_TOKEN: 'x' }, ['doctor']);
      assert.match(wrong.err, /no Backstage token of a user/);
      const FACTORY_TOKEN = await factory().persons.ada.token();
      const nobody = await call(
        { FACTORY_TOKEN, FACTORY_URL: 'http://127.0.0.1:9' },
        ['artifacts', 'list'],
      );
      assert.equal(nobody.code, 1);
      assert.match(nobody.err, /No factory answers at http:\/\/127.0.0.1:9/);
      const sequence = await as(
        'ada',
        ...['artifacts', 'export', 'x', '-o', 'y', '--sequence', '0'],
      );
      assert.equal(sequence.code, 2);
    });

    it('brings a drawing of 300 kB in and out, byte for byte', async () => {
      const drawing = STARTER.replace(
        '</bpmn:documentation>',
        `${'x'.repeat(300_000)}</bpmn:documentation>`,
      );
      writeFileSync(file('By Hand.bpmn'), drawing);
      const made = await as(
        'ada',
        ...['artifacts', 'import', file('By Hand.bpmn')],
      );
      assert.match(
        done(made),
        /Made tenants\/demo\/artifacts\/by-hand, at sequence 1/,
      );
      writeFileSync(file('By Hand.bpmn'), STARTER);
      done(await as('ada', 'artifacts', 'import', file('By Hand.bpmn')));
      const saved = await as(
        'ada',
        ...['artifacts', 'export', 'by-hand', '--sequence', '1'],
        ...['-o', file('out.bpmn')],
      );
      assert.match(done(saved), /SHA-256 [0-9a-f]{64}/);
      assert.equal(readFileSync(file('out.bpmn'), 'utf8'), drawing);
      const list = await as('ada', 'artifacts', 'list', '--json');
      const items = JSON.parse(done(list)) as { id: string }[];
      assert.ok(items.some(({ id }) => id === 'by-hand'));
      const history = done(await as('ada', 'artifacts', 'history', 'by-hand'));
      assert.match(history, /1 .* user:demo\/ada .*artifact-created/);
      assert.match(history, /2 .* user:demo\/ada .*content-changed/);
      const get = done(await as('ada', 'artifacts', 'get', 'by-hand'));
      assert.match(get, /sequence {2}2/);
      const refused = await as('vera', 'artifacts', 'import', file('out.bpmn'));
      assert.equal(refused.code, 1);
      assert.match(refused.err, /lacks the permission .*\(403 forbidden\)/);
      const foreign = await as('olga', 'artifacts', 'get', 'by-hand');
      assert.match(foreign.err, /There is no artifact by-hand \(404 not-found/);
    });

    it('exports, purges and brings back a tenant, and rebuilds its projections', async () => {
      const { ada } = factory().persons;
      const before = (await ada.api.listArtifacts({ pageSize: 200 })).items;
      const events = await ada.api.listEvents('by-hand');
      const dump = file('demo.jsonl');
      const refused = await as('ada', 'tenants', 'export', 'demo', '-o', dump);
      assert.match(refused.err, /transformation.tenant.administer/);
      done(await as('tina', 'tenants', 'export', 'demo', '-o', dump));
      const meant = await as('tina', 'tenants', 'purge', 'demo');
      assert.equal(meant.code, 2);
      assert.match(meant.err, /say --yes to do it/);
      const foreign = await as('tina', 'tenants', 'purge', 'other', '--yes');
      assert.match(foreign.err, /There is no tenant other \(404 not-found\)/);
      const purged = await as('tina', 'tenants', 'purge', 'demo', '--yes');
      assert.match(done(purged), /artifact_events +\d+/);
      const empty = await ada.api.listArtifacts({});
      assert.equal(empty.totalSize, 0);
      const brought = await as('tina', 'tenants', 'import', 'demo', dump);
      assert.match(done(brought), new RegExp(`^${before.length} artifacts`));
      const { items } = await ada.api.listArtifacts({ pageSize: 200 });
      assert.deepEqual(items, before);
      assert.deepEqual(await ada.api.listEvents('by-hand'), events);
      const again = await as('tina', 'tenants', 'import', 'demo', dump);
      assert.match(again.err, /The tenant demo has artifacts.*409 conflict/);
      const rebuilt = await as('tina', 'projections', 'rebuild', '--json');
      assert.deepEqual(JSON.parse(done(rebuilt)), {
        artifacts: before.length,
        mended: [],
      });
    });

    it('looks at what the factory needs', async () => {
      const report = done(await as('tina', 'doctor'));
      for (const name of ['node', 'database', 'temporal', 'disk', 'forge']) {
        assert.match(report, new RegExp(`✓ +${name} `));
      }
      const checks = JSON.parse(done(await as('tina', 'doctor', '--json'))) as {
        name: string;
        status: string;
      }[];
      assert.ok(checks.every(({ status }) => status === 'ok'));
    });
  });
}
