import type { Readable } from 'node:stream';

/** Where contents can be kept outside the database, each under its SHA-256 below its tenant. */
export interface ObjectStorage {
  /** What the object of a content is called, for messages. */
  nameOf(tenant: string, digest: string): string;
  put(tenant: string, digest: string, content: string): Promise<void>;
  /** The bytes of an object; undefined where there is none. */
  open(tenant: string, digest: string): Promise<Readable | undefined>;
  /** All objects, or those of one tenant, in pages. */
  list(tenant?: string): AsyncIterable<StoredObject[]>;
  remove(tenant: string, digests: string[]): Promise<void>;
  /** @throws Error that says why the bucket cannot be used */
  check(): Promise<void>;
}

/** An object as a list tells of it. */
export interface StoredObject {
  tenant: string;
  digest: string;
  modifiedAt: Date;
}
