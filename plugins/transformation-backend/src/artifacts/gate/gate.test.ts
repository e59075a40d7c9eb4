import { v7 as uuidv7 } from 'uuid';
import { emptyDatabases, ENGINES } from '../../__testUtils__/databases';
import {
  ada,
  ben,
  changeTo,
  command,
  creation,
  makeStore,
} from '../../__testUtils__/store';
import type { ArtifactStore } from '../store';
import { RefusedPromotionError } from './waivers';

jest.setTimeout(120_000);

const BASELINE = (revision: number) => `name: Sales 1.0
revisions:
  - id: main
    artifact: tenants/demo/artifacts/member
    revision: ${revision}
`;

/** Gives a command at the sequence at which the artifact stands. */
async function give(
  store: ArtifactStore,
  who: typeof ada,
  id: string,
  given: object,
) {
  const { sequence: expectedSequence } = await store.get('demo', id);
  return store.change(
    who,
    id,
    command({ expectedSequence, ...given } as never),
  );
}

/** Makes a revision and takes it up to the approval. */
async function approved(store: ArtifactStore, id: string, revision = 1) {
  await give(store, ada, id, { type: 'make-revision' });
  await give(store, ada, id, { type: 'submit', revision });
  return give(store, ben, id, { type: 'approve', revision });
}

describe.each(ENGINES)('the promotion gate on %s', databaseId => {
  const databases = emptyDatabases();
  async function withContent(content: string, kind = 'bpmn') {
    const { store } = await makeStore(
      databases,
      databaseId,
      () => new Date('2026-11-26T10:00:00Z'),
    );
    await store.create(ada, { ...creation('Plan', content), kind });
    return store;
  }
  const promote = { type: 'promote', revision: 1 };

  it('refuses mistakes and secrets, tells them, and shows no secret', async () => {
    const store = await withContent(
      'a mistake\npostgresql://bob:hunter2hunter2@db.internal:5432/sales',
    );
    await approved(store, 'plan');
    const refused = give(store, ben, 'plan', promote);
    await expect(refused).rejects.toThrow(RefusedPromotionError);
    await expect(refused).rejects.toMatchObject({
      findings: [
        { code: 'X1', message: 'a mistake' },
        {
          code: 'GATE_SECRET',
          message: expect.stringMatching(/^line 2: found PostgreSQL/),
        },
      ],
    });
    await expect(refused).rejects.not.toThrow('hunter2');
    expect((await store.gate('demo', 'plan', 1)).open).toHaveLength(2);
    expect((await store.get('demo', 'plan')).promotedRevision).toBeUndefined();
  });

  it('lets through what somebody waived who wrote none of it, until it expires', async () => {
    const store = await withContent('a mistake');
    await approved(store, 'plan');
    const waive = (who: typeof ada, expiresAt: string) =>
      give(store, who, 'plan', {
        type: 'waive',
        revision: 1,
        code: 'X1',
        reason: 'Known, ticket 7',
        expiresAt,
      });
    await expect(waive(ada, '2026-12-01T00:00:00Z')).rejects.toThrow(
      'user:demo/ada wrote part of revision 1',
    );
    await expect(waive(ben, '2026-11-26T10:00:00Z')).rejects.toThrow(
      'expiresAt: must be in the future',
    );
    await waive(ben, '2026-12-01T00:00:00Z');
    expect(await store.gate('demo', 'plan', 1)).toEqual({
      findings: [{ code: 'X1', message: 'a mistake' }],
      waivers: [
        {
          revision: 1,
          code: 'X1',
          reason: 'Known, ticket 7',
          expiresAt: '2026-12-01T00:00:00Z',
          by: 'user:demo/ben',
        },
      ],
      open: [],
    });
    const { events, artifact } = await give(store, ben, 'plan', promote);
    expect(events[0].data).toEqual({ number: 1, waived: ['X1'] });
    expect(artifact.promotedRevision).toBe(1);
    // the next revision needs a waiver of its own
    const { sequence } = artifact;
    await store.change(ada, 'plan', changeTo(sequence, 'still a mistake'));
    await approved(store, 'plan', 2);
    await expect(
      give(store, ben, 'plan', { type: 'promote', revision: 2 }),
    ).rejects.toThrow('Revision 2 is not promoted, 1 finding(s): X1 a mistake');
  });

  it('does not count a waiver that has expired', async () => {
    let clock = Date.parse('2026-11-26T10:00:00Z');
    const { store } = await makeStore(
      databases,
      databaseId,
      () => new Date(clock),
    );
    await store.create(ada, creation('Plan', 'a mistake'));
    await approved(store, 'plan');
    await give(store, ben, 'plan', {
      type: 'waive',
      revision: 1,
      code: 'X1',
      reason: 'For today',
      expiresAt: '2026-11-26T12:00:00Z',
    });
    clock = Date.parse('2026-11-26T12:00:00Z');
    await expect(give(store, ben, 'plan', promote)).rejects.toThrow(
      RefusedPromotionError,
    );
  });

  it('promotes a baseline when all that it names is promoted', async () => {
    const { store } = await makeStore(databases, databaseId);
    await store.create(ada, creation('Member', 'good'));
    await store.create(ada, {
      commandId: uuidv7(),
      title: 'Sales',
      kind: 'baseline',
      content: BASELINE(1),
    });
    await approved(store, 'sales');
    const open = async () => (await store.gate('demo', 'sales', 1)).open;
    const member = 'tenants/demo/artifacts/member/revisions/1';
    expect(await open()).toEqual([
      {
        code: 'GATE_REFERENCE',
        message: `${member} is not there, or is not of your tenant`,
      },
    ]);
    await approved(store, 'member');
    expect(await open()).toEqual([
      {
        code: 'GATE_REFERENCE',
        message: `${member} is approved; promote it first`,
      },
    ]);
    await expect(give(store, ben, 'sales', promote)).rejects.toThrow(
      'promote it first',
    );
    await give(store, ben, 'member', promote);
    const { artifact } = await give(store, ben, 'sales', promote);
    expect(artifact.promotedRevision).toBe(1);
    const told = (await store.changes('demo', 0, 100)).filter(
      notice => notice.artifact === 'tenants/demo/artifacts/sales',
    );
    expect(told.map(({ type }) => type)).toEqual([
      'ArtifactCreated',
      'BaselineCreated',
      'BaselineSubmitted',
      'BaselineApproved',
      'BaselinePromoted',
    ]);
  });
});
