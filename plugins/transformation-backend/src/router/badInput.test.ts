import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { appOf } from '../__testUtils__/router';
import { changeTo, command, creation } from '../__testUtils__/store';
import { createArtifactStore } from '../artifacts/store';
import { factoryKinds } from '../kinds';

jest.setTimeout(60_000);

const ID = 'lead-to-order';
const COMMANDS = `/artifacts/${ID}/commands`;
const rename = (expectedSequence: number) =>
  command({ type: 'rename', expectedSequence, title: 'New' });

describe.each(ENGINES)('what cannot be accepted, on %s', databaseId => {
  const databases = emptyDatabases();

  it('is refused with a code, the place and the remedy, and leaves nothing', async () => {
    const { database } = await databases.open(databaseId);
    const kinds = new Map(factoryKinds.map(kind => [kind.kind, kind]));
    const store = createArtifactStore({
      database,
      kinds,
      entityExists: async () => false,
    });
    const app = appOf(store, { kinds });
    const post = (path: string, body: object) =>
      request(app)
        .post(`/v1${path}`)
        .set('authorization', mockCredentials.user.header('user:demo/ada'))
        .send(body);
    const first = creation();
    await post('/artifacts', first).expect(201);
    const before = await database.inTenant('demo', tx => tx.from('outbox'));

    const cases: [string, object, number, string, RegExp][] = [
      [
        '/artifacts',
        { ...creation('A'), kind: 'spreadsheet' },
        400,
        'invalid-argument',
        /^kind: "spreadsheet" is not one of bpmn, dmn/,
      ],
      [
        '/artifacts',
        creation('A', '<bpmn:definitions><bpmn:process>'),
        400,
        'invalid-argument',
        /content.*line 1/s,
      ],
      [
        '/artifacts',
        { ...creation('A', '<not-closed>'), kind: 'dmn' },
        400,
        'invalid-argument',
        /content/,
      ],
      [
        '/artifacts',
        { ...creation('A', '<model><a></model>'), kind: 'archimate' },
        400,
        'invalid-argument',
        /content/,
      ],
      [
        '/artifacts',
        { ...creation('A', 'a: [1'), kind: 'composition' },
        400,
        'invalid-argument',
        /content/,
      ],
      [
        '/artifacts',
        { ...creation('A'), uploadId: undefined, content: undefined },
        400,
        'invalid-argument',
        /uploadId/,
      ],
      [
        '/artifacts',
        { ...creation('Other'), commandId: first.commandId },
        409,
        'conflict',
        /^commandId: .* was used for another command; give each command a new UUIDv7/,
      ],
      [
        COMMANDS,
        changeTo(1, '<broken'),
        400,
        'invalid-argument',
        /content.*line 1/s,
      ],
      [
        COMMANDS,
        command({
          type: 'link',
          expectedSequence: 1,
          relation: 'USES',
          target: 'tenants/demo/artifacts/nowhere',
        }),
        400,
        'invalid-argument',
        /^target: there is no .*nowhere, or it is not of your tenant/,
      ],
      [
        COMMANDS,
        rename(7),
        409,
        'sequence-conflict',
        /^expectedSequence: 7 is ahead of the artifact/,
      ],
      [
        COMMANDS,
        { ...rename(1), commandId: first.commandId },
        409,
        'conflict',
        /^commandId: /,
      ],
      [
        COMMANDS,
        { ...rename(1), type: 'explode' },
        400,
        'invalid-argument',
        /type/,
      ],
    ];
    for (const [path, body, status, code, detail] of cases) {
      const answer = await post(path, body);
      expect(answer.body).toMatchObject({
        status,
        code,
        detail: expect.stringMatching(detail),
      });
      expect(answer.text).not.toMatch(/\.ts:\d|select |insert /);
    }
    expect(await database.inTenant('demo', tx => tx.from('outbox'))).toEqual(
      before,
    );
    expect((await store.list('demo', { pageSize: 9 })).items).toMatchObject([
      { id: ID, sequence: 1 },
    ]);
  });

  it('is told with its line before it is stored, for any kind', async () => {
    const { database } = await databases.open(databaseId);
    const kinds = new Map(factoryKinds.map(kind => [kind.kind, kind]));
    const store = createArtifactStore({
      database,
      kinds,
      entityExists: async () => false,
    });
    const check = jest.fn(async () => ({ diagnostics: [], processes: [] }));
    const app = appOf(store, { kinds, check });
    const send = (body: object) =>
      request(app)
        .post('/v1/check')
        .set('authorization', mockCredentials.user.header('user:demo/ada'))
        .send(body);
    const content = 'name: A\ngoal: [';
    expect((await send({ kind: 'initiative', content })).body).toMatchObject({
      diagnostics: [{ code: 'KIND000', line: 2 }],
      processes: [],
    });
    expect((await send({ kind: 'spreadsheet', content })).body).toMatchObject({
      status: 400,
      code: 'invalid-argument',
      detail: expect.stringMatching(/^kind: "spreadsheet" is not one of/),
    });
    expect(check).not.toHaveBeenCalled();
    await send({ content: 'a drawing' }).expect(200);
    expect(check).toHaveBeenCalledWith('a drawing');
  });
});
