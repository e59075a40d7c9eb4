import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  createArtifactRequest,
  resourceIdOf,
  type Artifact,
  type ArtifactCommand,
  type ArtifactContent,
  type ArtifactEvent,
  type CommandResult,
  type CreateArtifactRequest,
  type Page,
  type Revision,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import { append, firstResult } from './append';
import { SequenceConflictError } from './conflict';
import { assertSize, digestOf, getContent, putContent } from './contents';
import {
  listArtifacts,
  listEvents,
  listRevisions,
  readArtifact,
  readContent,
  readRow,
  type ArtifactFilter,
} from './read';
import type { ArtifactState } from './fold';

/** Who gives a command, and in which tenant. */
export interface Author {
  tenant: string;
  userEntityRef: string;
}

/** The only writer of artifacts. */
export interface ArtifactStore {
  create(
    author: Author,
    request: CreateArtifactRequest,
  ): Promise<CommandResult>;
  /** @throws SequenceConflictError, NotFoundError, InputError */
  change(
    author: Author,
    id: string,
    command: ArtifactCommand,
  ): Promise<CommandResult>;
  get(tenant: string, id: string): Promise<Artifact>;
  list(tenant: string, filter: ArtifactFilter): Promise<Page<Artifact>>;
  content(
    tenant: string,
    id: string,
    sequence?: number,
  ): Promise<ArtifactContent>;
  events(tenant: string, id: string): Promise<ArtifactEvent[]>;
  revisions(tenant: string, id: string): Promise<Revision[]>;
}

/**
 * @param kinds - what can be stored
 * @param now - the clock of the events
 */
export function createArtifactStore(
  database: TransformationDatabase,
  kinds: Map<string, ArtifactKindDefinition>,
  now: () => Date = () => new Date(),
): ArtifactStore {
  const kindOf = (kind: string): ArtifactKindDefinition => {
    const definition = kinds.get(kind);
    if (!definition) {
      throw new InputError(
        `kind: "${kind}" is not one of ${[...kinds.keys()].join(', ')}`,
      );
    }
    return definition;
  };
  const read =
    <A extends unknown[], T>(
      query: (tx: TenantTransaction, ...args: A) => Promise<T>,
    ) =>
    (tenant: string, ...args: A) =>
      database.inTenant(tenant, tx => query(tx, ...args));

  /** Two writers at once meet at a primary key; the slower one looks again and then sees what the other wrote. */
  const write = async <T>(
    tenant: string,
    work: (tx: TenantTransaction) => Promise<T>,
  ): Promise<T> => {
    try {
      return await database.inTenant(tenant, work);
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      return database.inTenant(tenant, work);
    }
  };

  return {
    get: read(readArtifact),
    list: read(listArtifacts),
    content: read(readContent),
    events: read((tx, id: string) => listEvents(tx, id)),
    revisions: read(listRevisions),

    async create({ tenant, userEntityRef }, request) {
      const { commandId, kind, title, content, ...given } =
        createArtifactRequest.parse(request);
      assertSize(content);
      await kindOf(kind).assertContent(content);
      const requestDigest = digestOf(JSON.stringify(request));
      return write(tenant, async tx => {
        const done = await firstResult(tx, commandId, requestDigest);
        if (done) return done;
        const id = await freeId(tx, given.id, title);
        const event: ArtifactEvent = {
          type: 'artifact-created',
          artifactId: id,
          sequence: 1,
          commandId,
          at: now().toISOString(),
          by: userEntityRef,
          data: {
            kind,
            title,
            owner: given.owner ?? userEntityRef,
            digest: await putContent(tx, content),
          },
        };
        return append(tx, undefined, event, requestDigest);
      });
    },

    async change({ tenant, userEntityRef }, id, command) {
      if (command.type === 'change') assertSize(command.content);
      const requestDigest = digestOf(JSON.stringify({ id, command }));
      // compared outside of the writing transaction: parsing takes its time
      const changes = await database.inTenant(tenant, async tx => {
        if (command.type !== 'change') return [];
        if (await firstResult(tx, command.commandId, requestDigest)) return [];
        const row = await readRow(tx, id);
        const kind = kindOf(row.kind);
        await kind.assertContent(command.content);
        return kind.difference(
          await getContent(tx, row.digest),
          command.content,
        );
      });
      return write(tenant, async tx => {
        const done = await firstResult(tx, command.commandId, requestDigest);
        if (done) return done;
        const { tenant: _, ...state } = await readRow(tx, id);
        if (state.sequence !== command.expectedSequence) {
          throw new SequenceConflictError(
            command.expectedSequence,
            state.sequence,
            await listEvents(tx, id, command.expectedSequence),
          );
        }
        const head = {
          artifactId: id,
          sequence: state.sequence + 1,
          commandId: command.commandId,
          at: now().toISOString(),
          by: userEntityRef,
        };
        const event = await eventOf(tx, state, command, head, changes);
        return append(tx, state, event, requestDigest);
      });
    },
  };
}

type EventHead = Pick<
  ArtifactEvent,
  'artifactId' | 'sequence' | 'commandId' | 'at' | 'by'
>;

/** What a command does to an artifact in this state. */
async function eventOf(
  tx: TenantTransaction,
  state: ArtifactState,
  command: ArtifactCommand,
  head: EventHead,
  changes: Extract<
    ArtifactEvent,
    { type: 'content-changed' }
  >['data']['changes'],
): Promise<ArtifactEvent> {
  switch (command.type) {
    case 'change':
      return {
        ...head,
        type: 'content-changed',
        data: { digest: await putContent(tx, command.content), changes },
      };
    case 'rename':
      return {
        ...head,
        type: 'artifact-renamed',
        data: { title: command.title, previousTitle: state.title },
      };
    case 'make-revision': {
      const latest = state.latest_revision
        ? (JSON.parse(state.latest_revision) as Revision)
        : undefined;
      return {
        ...head,
        type: 'revision-made',
        data: {
          number: (latest?.number ?? 0) + 1,
          ofSequence: state.sequence,
          ...(command.note && { note: command.note }),
        },
      };
    }
    default:
      throw new Error(
        `Unknown command ${JSON.stringify(command satisfies never)}`,
      );
  }
}

/** The id that was asked for, or one made of the title with a number behind it where it is taken. */
async function freeId(
  tx: TenantTransaction,
  asked: string | undefined,
  title: string,
): Promise<string> {
  const taken = async (id: string) =>
    Boolean(await tx.from('artifacts').where({ id }).first('id'));
  if (asked) {
    if (await taken(asked)) {
      throw new ConflictError(`id: there is an artifact ${asked} already`);
    }
    return asked;
  }
  const base = resourceIdOf(title);
  if (!base) {
    throw new InputError(
      'title: has no letter that an id could be made of; give an id beside it',
    );
  }
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base.slice(0, 58)}-${n}`;
    if (!(await taken(id))) return id;
  }
}
