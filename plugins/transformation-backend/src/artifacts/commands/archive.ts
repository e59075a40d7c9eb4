import { ConflictError } from '@backstage/errors';
import type { CommandHandler } from './handler';

/** Puts an artifact out of use; its history stays. */
export const archive: CommandHandler<'archive'> = {
  decide: () => [{ type: 'artifact-archived', data: {} }],
};

/** Brings an archived artifact back. */
export const restore: CommandHandler<'restore'> = {
  decide({ id, archived }) {
    if (!archived) throw new ConflictError(`${id} is not archived`);
    return [{ type: 'artifact-restored', data: {} }];
  },
};
