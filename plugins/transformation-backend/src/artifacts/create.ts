import { ConflictError, InputError } from '@backstage/errors';
import {
  createArtifactRequest,
  resourceIdOf,
  type CommandResult,
  type CreateArtifactRequest,
  type EventOf,
} from '@ameide/plugin-transformation-common';
import type { TenantTransaction } from '../database/database';
import { append, firstResult } from './append';
import { causeOf } from './cause';
import { assertContentText, contentOrUpload, digestOf } from './contents';
import { repeatRaces, type Author, type StoreContext } from './context';
import { artifactOf } from './state';

/**
 * Starts the stream of a new artifact.
 *
 * @throws ConflictError where the id is taken, InputError where kind, content or title are not accepted
 */
export async function create(
  { database, kindOf, now }: StoreContext,
  author: Author,
  request: CreateArtifactRequest,
): Promise<CommandResult> {
  const { tenant, userEntityRef } = author;
  const { commandId, kind, title, ...given } =
    createArtifactRequest.parse(request);
  const requestDigest = digestOf(JSON.stringify(request));
  return repeatRaces(async () => {
    const seen = await database.inTenant(
      tenant,
      // an upload may be gone when its command is given again
      async tx =>
        (await firstResult(tx, commandId, requestDigest)) ?? {
          id: await freeId(tx, given.id, title),
          content: await contentOrUpload(tx, given.content, given.uploadId),
        },
    );
    if ('artifact' in seen) return seen;
    const { id, content } = seen;
    assertContentText(content);
    await kindOf(kind).assertContent(content);
    const event: EventOf<'artifact-created'> = {
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
        digest: digestOf(content),
      },
    };
    const state = await append(database, tenant, undefined, [event], {
      requestDigest,
      content: { content, texts: await kindOf(kind).describe(content) },
      cause: causeOf(author, commandId),
    });
    return { artifact: artifactOf(tenant, state), events: [event] };
  });
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
