import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { TransformationDatabase } from '../database/database';
import type { Cause } from './cause';

/** Who gives a command, and in which tenant. */
export interface Author {
  tenant: string;
  userEntityRef: string;
  /** What it follows from. */
  cause?: Cause;
}

/** What the commands of the store work with. */
export interface StoreContext {
  database: TransformationDatabase;
  /** @throws InputError where nobody knows the kind */
  kindOf(kind: string): ArtifactKindDefinition;
  /** Whether the catalog has an entity that the tenant may see. */
  entityExists(tenant: string, entityRef: string): Promise<boolean>;
  /** The clock of the events. */
  now(): Date;
  /** Is told how many snapshots a command has written. */
  onSnapshots(count: number): void;
}

/** The artifact was changed between reading it and writing it. */
export class RaceLost extends Error {}

/** How often a command is tried before its caller is told that there is too much going on. */
const TRIES = 10;

/**
 * Does again what lost against another writer, and then sees what the other
 * wrote. Two at once meet at a primary key, or at the sequence they have read.
 */
export async function repeatRaces<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      const lost = error instanceof RaceLost || isDatabaseConflictError(error);
      if (!lost || left === 0) throw error;
    }
  }
}
