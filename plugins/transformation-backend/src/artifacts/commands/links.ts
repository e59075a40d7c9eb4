import { ConflictError, InputError } from '@backstage/errors';
import type { ArtifactState } from '../state';
import { isThere } from '../gate/references';
import type { CommandHandler } from './handler';

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
