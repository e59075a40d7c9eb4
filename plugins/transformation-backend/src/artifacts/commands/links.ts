import { ConflictError, InputError } from '@backstage/errors';
import { parseArtifactName } from '@ameide/plugin-transformation-common';
import type { ArtifactState } from '../state';
import type { CommandHandler, Surroundings } from './handler';

/** Links an artifact to another one of the tenant or to an entity of the catalog. */
export const link: CommandHandler<'link'> = {
  async prepare(_state, { target }, surroundings) {
    if (await isThere(target, surroundings)) return;
    throw new InputError(
      `target: there is no ${target}, or it is not of your tenant`,
    );
  },
  decide(state, { relation, target }) {
    if (has(state, relation, target)) {
      throw new ConflictError(`${state.id} has ${relation} ${target} already`);
    }
    return [{ type: 'artifact-linked', data: { relation, target } }];
  },
};

export const unlink: CommandHandler<'unlink'> = {
  decide(state, { relation, target }) {
    if (!has(state, relation, target)) {
      throw new ConflictError(`${state.id} has no ${relation} ${target}`);
    }
    return [{ type: 'artifact-unlinked', data: { relation, target } }];
  },
};

function has({ links }: ArtifactState, relation: string, target: string) {
  return links.some(
    candidate => candidate.relation === relation && candidate.target === target,
  );
}

async function isThere(
  target: string,
  { tenant, read, entityExists }: Surroundings,
): Promise<boolean> {
  const name = parseArtifactName(target);
  if (!name) return entityExists(tenant, target);
  if (name.tenant !== tenant) return false;
  return read(async tx =>
    Boolean(
      await tx.from('artifacts').where({ id: name.artifact }).first('id'),
    ),
  );
}
