import { ConflictError } from '@backstage/errors';
import { z } from 'zod';
import { answersAt } from './answers';

const written = z.looseObject({
  parameters: z.looseObject({ language: z.enum(['go', 'python']) }),
});

/**
 * What the compiler makes of a drawing must not come beside a worker that people write.
 *
 * @throws ConflictError where a template has made the source of a commit for that
 */
export async function refuseHandWritten(
  gitDir: string,
  commit: string | undefined,
): Promise<void> {
  const answers = commit && (await answersAt(gitDir, commit));
  const found = written.safeParse(answers);
  if (!found.success) return;
  throw new ConflictError(
    `The worker of this drawing is written by hand in ${found.data.parameters.language}; bring it up to the drawing: "make generate test" in its repository says where they differ`,
  );
}
