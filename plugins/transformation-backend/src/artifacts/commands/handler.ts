import type {
  ArtifactCommand,
  ArtifactEvent,
  CommandOf,
  ElementChange,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../../database/database';
import type { ArtifactState } from '../state';

/** What a command makes happen; where and when is added to it. */
export type NewEvent = ArtifactEvent extends infer E
  ? E extends ArtifactEvent
    ? Pick<E, 'type' | 'data'>
    : never
  : never;

/** A content that a command has brought about, compared with the one before. */
export interface NewContent {
  content: string;
  changes: ElementChange[];
  /** The sequence since which changes of others were merged into it. */
  mergedSince?: number;
}

/** What a command can ask before it decides. */
export interface Surroundings {
  tenant: string;
  kind: ArtifactKindDefinition;
  /** Reads in a transaction of its own. */
  read<T>(query: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** Whether the catalog has an entity that the tenant may see. */
  entityExists(tenant: string, entityRef: string): Promise<boolean>;
}

/** One type of command. */
export interface CommandHandler<T extends ArtifactCommand['type']> {
  /** What takes its time: parsing, comparing, asking others. It is done before the transaction that writes. */
  prepare?(
    state: ArtifactState,
    command: CommandOf<T>,
    surroundings: Surroundings,
  ): Promise<NewContent | void>;

  /**
   * What happens, one event or several. Pure.
   *
   * @param by - entity reference of whoever gives the command
   * @param content - what was prepared
   * @throws ConflictError, InputError, NotAllowedError where the command does not fit the state
   */
  decide(
    state: ArtifactState,
    command: CommandOf<T>,
    by: string,
    content?: NewContent,
  ): NewEvent[];
}
