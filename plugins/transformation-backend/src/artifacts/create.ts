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
import {
  assertContentText,
  contentOrUpload,
  digestOf,
  putContent,
} from './contents';
import { repeatRaces, type Author, type StoreContext } from './context';

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
  const content = await database.inTenant(
    tenant,
    // an upload may be gone when its command is given again
    async tx =>
      (await firstResult(tx, commandId, requestDigest)) ??
      contentOrUpload(tx, given.content, given.uploadId),
  );
  if (typeof content !== 'string') return content;
  assertContentText(content);
  await kindOf(kind).assertContent(content);
  const texts = await kindOf(kind).describe(content);
  return repeatRaces(() =>
    database.inTenant(tenant, async tx => {
      const done = await firstResult(tx, commandId, requestDigest);
      if (done) return done;
      const event: EventOf<'artifact-created'> = {
        type: 'artifact-created',
        artifactId: await freeId(tx, given.id, title),
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
      return append(tx, undefined, [event], {
        requestDigest,
        texts,
        cause: causeOf(author, commandId),
      });
    }),
  );
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
