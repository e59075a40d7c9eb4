import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { S3Config } from './s3Storage';

const s3 = z
  .strictObject({
    bucket: z.string().min(3),
    region: z.string().min(1).default('us-east-1'),
    endpoint: z.url().optional(),
    forcePathStyle: z.boolean().default(false),
    accessKeyId: z.string().min(1).optional(),
    secretAccessKey: z.string().min(1).optional(),
  })
  .refine(
    given => !given.accessKeyId === !given.secretAccessKey,
    'accessKeyId and secretAccessKey go together; leave both out to take what the environment gives',
  )
  .transform(
    ({ accessKeyId, secretAccessKey, ...rest }): S3Config => ({
      ...rest,
      ...(accessKeyId &&
        secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    }),
  );

/**
 * Reads `transformation.snapshots.s3`; undefined where there is none.
 *
 * @throws InputError that names each wrong key
 */
export function readS3Config(
  transformation: RootConfigService | undefined,
): S3Config | undefined {
  const given = transformation?.getOptional('snapshots.s3');
  if (given === undefined) return undefined;
  const result = s3.safeParse(given);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    ['transformation.snapshots.s3', ...path].join('.').concat(`: ${message}`),
  );
  throw new InputError(problems.join('; '));
}
