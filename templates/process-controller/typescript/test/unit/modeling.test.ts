import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { pushDrawing, readDrawing, storeOf } from '../../modeling/artifact.ts';
import { compiledDrift } from '../../modeling/drift.ts';
import { drawingOf } from '../../modeling/drawing.ts';
import { lint } from '../../modeling/lint.ts';
import { templateProblems } from '../../modeling/templates.ts';
import { listen } from '../../src/api/server/listen.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MODELING = join(ROOT, 'modeling');
const drawing = readFileSync(join(ROOT, drawingOf(ROOT)), 'utf8');
const rules = parse(
  readFileSync(join(MODELING, 'rules.yaml'), 'utf8'),
) as object;

describe('the drawing', () => {
  it('is what was compiled', () => {
    assert.deepEqual(compiledDrift(ROOT), []);
  });

  it('has no errors', async () => {
    const found = await lint(drawing, rules);
    assert.deepEqual(
      found.filter(({ category }) => category === 'error'),
      [],
    );
  });

  it('is linted by our own rules too', async () => {
    const poor = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
      <process id="P"><userTask id="Activity_0x1y2z3" name="x" /></process></definitions>`;
    const found = (await lint(poor, rules)).map(({ rule }) => rule);
    assert.ok(found.includes('own/telling-ids'));
    assert.ok(found.includes('own/who-does-it'));
  });

  it('is drawn with templates that fit their schema', () => {
    assert.deepEqual(templateProblems(join(MODELING, 'element-templates')), []);
  });
});

describe('the artifact store', () => {
  let server: Server;
  let store: { url: string; token: string };
  let stored: { content: string; sequence: number } | undefined;
  let commands: Record<string, unknown>[] = [];
  before(async () => {
    server = createServer(async (request, response) => {
      const body = await request.toArray();
      const text = Buffer.concat(body).toString();
      const path = `${request.method} ${request.url?.replace(
        '/api/transformation/v1/',
        '',
      )}`;
      const answer = (status: number, value: object) =>
        response.writeHead(status).end(JSON.stringify(value));
      if (request.headers.authorization !== 'Bearer secret') {
        return answer(401, {});
      }
      if (path === 'POST uploads')
        return answer(200, { uploadId: text.length.toString() });
      if (request.method === 'POST') {
        commands.push({ path, ...(JSON.parse(text) as object) });
        return answer(200, {});
      }
      return stored ? answer(200, stored) : answer(404, {});
    });
    store = {
      url: `http://127.0.0.1:${await listen(server, 0)}/`,
      token: 'secret',
    };
  });
  after(() => server.close());

  it('gets a new artifact', async () => {
    stored = undefined;
    commands = [];
    assert.equal(await readDrawing(store, 'x'), undefined);
    assert.equal(await pushDrawing(store, 'x', 'a'), 'created');
    assert.partialDeepStrictEqual(commands[0], {
      path: 'POST artifacts',
      id: 'x',
      content: 'a',
    });
  });

  it('gets what has changed, where it is as it was seen', async () => {
    stored = { content: 'a', sequence: 4 };
    commands = [];
    assert.equal(await pushDrawing(store, 'x', 'a'), 'unchanged');
    assert.deepEqual(commands, []);
    assert.equal(await pushDrawing(store, 'x', 'b'), 'changed');
    assert.partialDeepStrictEqual(commands[0], {
      path: 'POST artifacts/x/commands',
      type: 'change',
      expectedSequence: 4,
      content: 'b',
    });
  });

  it('gets a large drawing by an upload', async () => {
    commands = [];
    await pushDrawing(store, 'x', 'b'.repeat(70_000));
    assert.equal(commands[0]?.uploadId, '70000');
    assert.equal(commands[0]?.content, undefined);
  });

  it('says what it has against it', async () => {
    await assert.rejects(
      readDrawing({ ...store, token: 'wrong' }, 'x'),
      /answered 401/,
    );
  });

  it('is the one that the environment names', () => {
    assert.equal(storeOf({}), undefined);
    assert.throws(
      () => storeOf({ FACTORY_URL: 'https://f.test' }),
      /FACTORY_TOKEN/,
    );
  });
});
