import { v7 as uuidv7 } from 'uuid';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ruleset } from '../__testUtils__/permissions';
import { emptyDatabases, ENGINES } from '../__testUtils__/databases';
import { drawing } from '../__testUtils__/drawing';
import { makeStore, plainKind } from '../__testUtils__/store';
import { registerActions } from '.';

jest.setTimeout(60_000);

const READ = [
  'compare-artifact',
  'compile-artifact',
  'get-artifact',
  'list-artifacts',
  'propose-controllers',
  'validate-artifact-content',
];
const WRITE = [
  'change-artifact',
  'create-artifact',
  'decommission-service',
  'make-revision',
  'submit-revision',
];

describe.each(ENGINES)('actions on %s', databaseId => {
  const databases = emptyDatabases();
  async function makeActions(
    result:
      | AuthorizeResult.ALLOW
      | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  ) {
    const { store } = await makeStore(databases, databaseId);
    const actions = actionsRegistryServiceMock();
    const event = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockResolvedValue(event);
    registerActions(actions, {
      permissions: mockServices.permissions({ result }),
      artifactRules: ruleset,
      isAgent: async () => false,
      limitWrites: async () => {},
      auditor,
      artifacts: store,
      kinds: new Map([['bpmn', plainKind]]),
      decommission: async () => [],
      placeOf: async () => ({ owner: 'group:demo/sales' }),
      compile: async content => ({
        files: [{ path: 'a.ts', content, owner: 'compiler' }],
        diagnostics: [],
      }),
    });
    const as =
      (user: string) => async (name: string, input: Record<string, unknown>) =>
        (
          await actions.invoke({
            id: `test:${name}`,
            input: input as never,
            credentials: mockCredentials.user(`user:${user}`),
          })
        ).output as Record<string, unknown>;
    return { actions, store, as, event };
  }

  it('say what they do to whoever offers them, and none reviews', async () => {
    const { actions } = await makeActions();
    const listed = (await actions.list()).actions;
    expect(listed.map(({ name }) => name).sort()).toEqual(
      [...READ, ...WRITE].sort(),
    );
    for (const { name, attributes } of listed) {
      expect([name, attributes]).toEqual([
        name,
        {
          readOnly: READ.includes(name),
          destructive: name === 'decommission-service',
          idempotent: true,
        },
      ]);
    }
  });

  it('take a drawing of 300 kB from its creation to its submission, by an upload', async () => {
    const { as, store, event } = await makeActions();
    const call = as('demo/scout');
    const content = drawing().replace('kept', 'x'.repeat(300_000));
    const { uploadId } = await store.upload('demo', content);
    const request = { commandId: uuidv7(), title: 'Plan', uploadId };
    const made = await call('create-artifact', request);
    expect(await call('create-artifact', request)).toEqual(made);
    const give = (name: string, expectedSequence: number, more: object = {}) =>
      call(name, {
        artifact: 'plan',
        commandId: uuidv7(),
        expectedSequence,
        ...more,
      });
    await give('change-artifact', 1, { content: 'mistake' });
    await give('make-revision', 2, { note: 'First' });
    expect(await give('submit-revision', 3, { revision: 1 })).toMatchObject({
      artifact: { latestRevision: { status: 'submitted' } },
    });
    expect(event.success).toHaveBeenCalledTimes(5);

    expect(await call('list-artifacts', { search: 'plan' })).toMatchObject({
      items: [{ id: 'plan', sequence: 4 }],
      totalSize: 1,
    });
    expect(
      (await call('get-artifact', { artifact: 'plan', sequence: 1 })).content,
    ).toBe(content);
    expect(
      await call('compare-artifact', { artifact: 'plan', from: 1 }),
    ).toMatchObject({ from: 1, to: 4, changes: [{ elementId: 'Task' }, {}] });
    expect(
      await call('validate-artifact-content', { content: 'mistake' }),
    ).toMatchObject({ diagnostics: [{ code: 'X1' }] });
    expect(await call('compile-artifact', { artifact: 'plan' })).toEqual({
      files: [{ path: 'a.ts', content: 'mistake', owner: 'compiler' }],
      diagnostics: [],
    });
  });

  it('are refused as the API refuses', async () => {
    const { as } = await makeActions();
    const request = { commandId: uuidv7(), title: 'Plan', content: 'x' };
    await as('demo/ada')('create-artifact', request);
    await expect(
      as('other/olga')('get-artifact', { artifact: 'plan' }),
    ).rejects.toThrow('There is no artifact plan');
    await expect(
      as('demo/ada')('create-artifact', { ...request, uploadId: 'x' }),
    ).rejects.toThrow('uploadId: Invalid string');
    const denied = await makeActions(AuthorizeResult.DENY);
    await expect(
      denied.as('demo/vera')('create-artifact', request),
    ).rejects.toThrow(
      'user:demo/vera lacks the permission transformation.artifact.create',
    );
    expect(denied.event.fail).toHaveBeenCalledTimes(1);
  });
});
