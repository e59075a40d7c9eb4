import { NotAllowedError } from '@backstage/errors';
import type { Forge } from '@ameide/plugin-transformation-node';

const refuse = async (): Promise<never> => {
  throw new NotAllowedError(
    'No forge is configured: set transformation.forge.type to "local", or add a module that sets one by forgeExtensionPoint',
  );
};

/** Stands where no forge is configured: says so to whoever needs one. */
export const missingForge: Forge = {
  remote: refuse,
  readFile: async () => undefined,
  fileUrl: refuse,
  findOpen: refuse,
  propose: refuse,
  link: refuse,
  list: async () => [],
  get: refuse,
  merge: refuse,
};
