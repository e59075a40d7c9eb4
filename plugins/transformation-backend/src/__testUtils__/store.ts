import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { v7 as uuidv7 } from 'uuid';
import type {
  ArtifactCommand,
  CommandOf,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import { createArtifactStore } from '../artifacts/store';
import { definitionOf } from '../kinds/definition';
import { baselineFunctions } from '../kinds/documents';
import type { ObjectStorage } from '../objects/objectStorage';
import type { EmptyDatabases } from './databases';
import { drawing } from './drawing';

export const ada = { tenant: 'demo', userEntityRef: 'user:demo/ada' };
export const ben = { tenant: 'demo', userEntityRef: 'user:demo/ben' };
export const olga = { tenant: 'other', userEntityRef: 'user:other/olga' };

/**
 * Refuses "bad", tells any difference as one change, and joins lines that
 * only one side changed. The real kinds are tested beside themselves.
 */
export const plainKind: ArtifactKindDefinition = {
  kind: 'bpmn',
  schema: {},
  async assertContent(content) {
    if (content.includes('bad')) throw new Error('bad content');
  },
  validate: async content =>
    content.includes('mistake')
      ? [{ code: 'X1', severity: 'error', message: 'a mistake', hint: '' }]
      : [],
  describe: async content => ({
    summary: '',
    searchText: content,
    references: [],
  }),
  apply: async (content, operations) =>
    `${content}${JSON.stringify(operations)}`,
  difference: async () => [
    { elementId: 'Task', elementType: 'serviceTask', change: 'changed' },
    { elementId: 'Start', elementType: 'startEvent', change: 'moved' },
  ],
  async merge(base, theirs, mine) {
    const [b, t, m] = [base, theirs, mine].map(text => text.split('\n'));
    const both = b.flatMap((line, n) =>
      line !== t[n] && line !== m[n] ? [`line ${n + 1}`] : [],
    );
    if (both.length) return { elementIds: both };
    const joined = b.map((line, n) => (line === m[n] ? t[n] : m[n]));
    return { content: joined.join('\n') };
  },
};

/** A store on an empty database; its clock goes on by a second with every look unless another is given. */
export async function makeStore(
  databases: Pick<EmptyDatabases, 'open'>,
  databaseId: TestDatabaseId,
  now?: () => Date,
  given: Pick<Parameters<typeof createArtifactStore>[0], 'onSnapshots'> & {
    objects?: ObjectStorage;
  } = {},
) {
  const { objects, ...options } = given;
  const { knex, database } = await databases.open(databaseId, objects);
  let clock = Date.parse('2026-11-23T10:00:00Z');
  const store = createArtifactStore({
    database,
    kinds: new Map([
      ['bpmn', plainKind],
      ['baseline', definitionOf('baseline', baselineFunctions)],
    ]),
    entityExists: async (_tenant, ref) => ref === 'component:demo/sales',
    ...options,
    now: now ?? (() => new Date((clock += 1000))),
  });
  return { knex, database, store };
}

/** A request to create an artifact. */
export const creation = (title = 'Lead to order', content = drawing()) => ({
  commandId: uuidv7(),
  title,
  content,
});

type Given = ArtifactCommand extends infer C
  ? C extends ArtifactCommand
    ? Omit<C, 'commandId'>
    : never
  : never;

/** A command with an id of its own. */
export const command = (given: Given) =>
  ({ commandId: uuidv7(), ...given } as ArtifactCommand);

/** A command that sets the content. */
export const changeTo = (
  expectedSequence: number,
  content: string,
  merge?: boolean,
): CommandOf<'change'> => ({
  type: 'change',
  commandId: uuidv7(),
  expectedSequence,
  content,
  merge,
});
