import { ConflictError } from '@backstage/errors';
import { ANSWERS_PATH } from '@ameide/plugin-transformation-common';
import type { Forge } from '@ameide/plugin-transformation-node';

/** The compiler writes it into whatever it has made. */
const COMPILED = 'compile.lock.json';

/**
 * What the compiler makes of a drawing must not come beside a source that
 * people write.
 *
 * @throws ConflictError where a template has made the main branch of a repository, and no compiler
 */
export async function refuseHandWritten(
  forge: Pick<Forge, 'readFile'>,
  tenant: string,
  repository: string,
): Promise<void> {
  const has = async (path: string) =>
    (await forge.readFile(tenant, repository, path)) !== undefined;
  if ((await has(ANSWERS_PATH)) && !(await has(COMPILED))) {
    throw new ConflictError(
      `The source in ${repository} is written by hand; bring it up to the drawing there: "make generate test" says where they differ`,
    );
  }
}
