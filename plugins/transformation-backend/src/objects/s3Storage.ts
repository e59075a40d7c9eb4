import type { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { ObjectStorage, StoredObject } from './objectStorage';

/** `transformation.snapshots.s3`; see `config.d.ts`. */
export interface S3Config {
  bucket: string;
  region: string;
  endpoint?: string;
  forcePathStyle: boolean;
  /** What the environment gives (variables, instance role, …) where absent. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** What one request removes at most. */
const REMOVED_AT_ONCE = 1000;

/** Contents in a bucket, as `tenants/{tenant}/{sha256}`. */
export function createS3Storage(config: S3Config): ObjectStorage {
  const { bucket: Bucket, ...client } = config;
  const s3 = new S3Client(client);
  const keyOf = (tenant: string, digest: string) =>
    `tenants/${tenant}/${digest}`;
  return {
    nameOf: (tenant, digest) => `s3://${Bucket}/${keyOf(tenant, digest)}`,
    async put(tenant, digest, content) {
      await s3.send(
        new PutObjectCommand({
          Bucket,
          Key: keyOf(tenant, digest),
          Body: Buffer.from(content, 'utf8'),
          ContentType: 'application/octet-stream',
          ChecksumSHA256: Buffer.from(digest, 'hex').toString('base64'),
        }),
      );
    },
    async open(tenant, digest) {
      try {
        const Key = keyOf(tenant, digest);
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return Body as Readable;
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async *list(tenant) {
      const Prefix = tenant ? `tenants/${tenant}/` : 'tenants/';
      const pages = paginateListObjectsV2({ client: s3 }, { Bucket, Prefix });
      for await (const { Contents = [] } of pages) {
        yield Contents.flatMap(({ Key, LastModified }) =>
          storedObject(Key ?? '', LastModified ?? new Date()),
        );
      }
    },
    async remove(tenant, digests) {
      for (let at = 0; at < digests.length; at += REMOVED_AT_ONCE) {
        const Objects = digests
          .slice(at, at + REMOVED_AT_ONCE)
          .map(digest => ({ Key: keyOf(tenant, digest) }));
        const { Errors = [] } = await s3.send(
          new DeleteObjectsCommand({ Bucket, Delete: { Objects } }),
        );
        if (Errors.length) {
          const [{ Key, Message }] = Errors;
          throw new Error(
            `${Errors.length} object(s) were not removed, the first is ${Key}: ${Message}`,
          );
        }
      }
    },
    async check() {
      await s3.send(new HeadBucketCommand({ Bucket }));
    },
  };
}

/** What a key stands for; nothing where somebody else put it there. */
function storedObject(key: string, modifiedAt: Date): StoredObject[] {
  const [, tenant, digest] =
    /^tenants\/([a-z0-9-]+)\/([0-9a-f]{64})$/.exec(key) ?? [];
  return tenant ? [{ tenant, digest, modifiedAt }] : [];
}
