import { emptyDatabases, ENGINES } from '../../__testUtils__/databases';
import {
  ada,
  command,
  creation,
  makeStore,
  olga,
} from '../../__testUtils__/store';

jest.setTimeout(60_000);

const ID = 'lead-to-order';

describe.each(ENGINES)('commands on %s', databaseId => {
  const databases = emptyDatabases();
  async function withArtifact() {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation());
    return store;
  }

  it('tags, sorted and each once, and finds by tag', async () => {
    const store = await withArtifact();
    await store.create(ada, creation('Other'));
    const { artifact, events } = await store.change(
      ada,
      ID,
      command({ type: 'tag', expectedSequence: 1, tags: ['core', 'sales'] }),
    );
    expect(artifact.tags).toEqual(['core', 'sales']);
    expect(events).toMatchObject([
      {
        type: 'artifact-tagged',
        data: { tags: ['core', 'sales'], previousTags: [] },
      },
    ]);
    const tagged = async (tag: string) =>
      (await store.list('demo', { tag, pageSize: 50 })).items.map(
        ({ id }) => id,
      );
    expect(await tagged('core')).toEqual([ID]);
    expect(await tagged('cor')).toEqual([]);
  });

  it('links to artifacts of the tenant and to entities, and to nothing else', async () => {
    const store = await withArtifact();
    await store.create(ada, creation('Spec'));
    await store.create(olga, creation('Foreign'));
    const link = (expectedSequence: number, target: string) =>
      store.change(
        ada,
        ID,
        command({
          type: 'link',
          expectedSequence,
          relation: 'DOCUMENTED_BY',
          target,
        }),
      );
    await link(1, 'tenants/demo/artifacts/spec');
    const { artifact } = await link(2, 'component:demo/sales');
    expect(artifact.links).toEqual([
      { relation: 'DOCUMENTED_BY', target: 'tenants/demo/artifacts/spec' },
      { relation: 'DOCUMENTED_BY', target: 'component:demo/sales' },
    ]);
    await expect(link(3, 'component:demo/sales')).rejects.toThrow(
      'has DOCUMENTED_BY component:demo/sales already',
    );
    // what is another tenant's is answered as what is nowhere
    for (const target of [
      'tenants/other/artifacts/foreign',
      'tenants/demo/artifacts/never-made',
      'component:demo/never-made',
    ]) {
      await expect(link(3, target)).rejects.toThrow(
        `target: there is no ${target}, or it is not of your tenant`,
      );
    }
    const unlinked = await store.change(
      ada,
      ID,
      command({
        type: 'unlink',
        expectedSequence: 3,
        relation: 'DOCUMENTED_BY',
        target: 'tenants/demo/artifacts/spec',
      }),
    );
    expect(unlinked.artifact.links).toEqual([
      { relation: 'DOCUMENTED_BY', target: 'component:demo/sales' },
    ]);
  });

  it('carries operations out on the content that was seen', async () => {
    const store = await withArtifact();
    const { content: before } = await store.content('demo', ID);
    const operations = [{ op: 'remove' as const, elementId: 'Task' }];
    await store.change(
      ada,
      ID,
      command({ type: 'change', expectedSequence: 1, operations }),
    );
    expect((await store.content('demo', ID)).content).toBe(
      `${before}${JSON.stringify(operations)}`,
    );
  });

  it('archives, takes only comments then, and restores', async () => {
    const store = await withArtifact();
    const ids = async (archived?: boolean) =>
      (await store.list('demo', { archived, pageSize: 50 })).items.map(
        ({ id }) => id,
      );
    await store.change(
      ada,
      ID,
      command({ type: 'archive', expectedSequence: 1 }),
    );
    expect([await ids(), await ids(true)]).toEqual([[], [ID]]);
    await store.change(
      ada,
      ID,
      command({ type: 'comment', expectedSequence: 2, text: 'Why?' }),
    );
    await expect(
      store.change(
        ada,
        ID,
        command({ type: 'rename', expectedSequence: 3, title: 'New' }),
      ),
    ).rejects.toThrow('lead-to-order is archived; restore it first');
    const { artifact } = await store.change(
      ada,
      ID,
      command({ type: 'restore', expectedSequence: 3 }),
    );
    expect(artifact.archived).toBe(false);
    expect(await ids()).toEqual([ID]);
  });

  it('refuses a sequence from the future, and text that could not be given back', async () => {
    const store = await withArtifact();
    await expect(
      store.change(
        ada,
        ID,
        command({ type: 'rename', expectedSequence: 7, title: 'New' }),
      ),
    ).rejects.toThrow('expectedSequence: 7 is ahead of the artifact');
    for (const [content, message] of [
      ['one\ntwo \0', 'line 2 has a character that is no text (U+0000)'],
      ['\ud800', 'line 1 has a character that is no text (U+D800)'],
    ]) {
      await expect(
        store.change(
          ada,
          ID,
          command({ type: 'change', expectedSequence: 1, content }),
        ),
      ).rejects.toThrow(message);
    }
  });

  it('dates no event before the one in front of it, whatever the clock does', async () => {
    let clock = Date.parse('2026-11-23T10:00:00Z');
    const backwards = () => new Date((clock -= 60_000));
    const { store } = await makeStore(databases, databaseId, backwards);
    await store.create(ada, creation());
    await store.change(
      ada,
      ID,
      command({ type: 'comment', expectedSequence: 1, text: 'Later' }),
    );
    const times = (await store.events('demo', ID)).map(({ at }) => at);
    expect(times).toEqual([
      '2026-11-23T09:59:00.000Z',
      '2026-11-23T09:59:00.000Z',
    ]);
  });

  it('knows a command again among other commands, within its tenant', async () => {
    const store = await withArtifact();
    const archive = command({ type: 'archive', expectedSequence: 1 });
    const first = await store.change(ada, ID, archive);
    await store.change(
      ada,
      ID,
      command({ type: 'restore', expectedSequence: 2 }),
    );
    expect(await store.change(ada, ID, archive)).toEqual(first);
    await expect(
      store.change(ada, ID, {
        type: 'restore',
        commandId: archive.commandId,
        expectedSequence: 3,
      }),
    ).rejects.toThrow('was used for another command');
    await expect(
      store.create(ada, { ...creation('X'), commandId: archive.commandId }),
    ).rejects.toThrow('was used for another command');
    // a command id counts within its tenant
    const others = await store.create(olga, {
      ...creation('X'),
      commandId: archive.commandId,
    });
    expect(others.artifact.sequence).toBe(1);
  });
});
