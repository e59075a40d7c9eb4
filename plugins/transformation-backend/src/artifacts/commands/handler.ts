import type {
  ArtifactCommand,
  ArtifactEvent,
  CommandOf,
  ElementChange,
  GateFinding,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { TenantTransaction } from '../../database/database';
import type { SearchTexts } from '../search/write';
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
  /** What it is found by. */
  texts: SearchTexts;
  /** The sequence since which changes of others were merged into it. */
  mergedSince?: number;
}

/** What was done for a command before the transaction that writes. */
export interface Prepared {
  content?: NewContent;
  /** What the gate found in the revision that is to be promoted. */
  findings?: GateFinding[];
}

/** Who gives the command, when, and what was prepared for it. */
export interface Circumstances extends Prepared {
  /** Entity reference. */
  by: string;
  now: Date;
}

/** What a command can ask before it decides. */
export interface Surroundings {
  tenant: string;
  kind: ArtifactKindDefinition;
  /** The content as it stands, for a command that compares it with another. */
  current?: string;
  /** Reads in a transaction of its own. */
  read<T>(query: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** Whether the catalog has an entity that the tenant may see. */
  entityExists(tenant: string, entityRef: string): Promise<boolean>;
}

/** One type of command. */
export interface CommandHandler<T extends ArtifactCommand['type']> {
  /** Whether it is told the content as it stands. */
  compares?: true;

  /** What takes its time: parsing, comparing, asking others. It is done before the transaction that writes. */
  prepare?(
    state: ArtifactState,
    command: CommandOf<T>,
    surroundings: Surroundings,
  ): Promise<Prepared | void>;

  /**
   * What happens, one event or several. Pure.
   *
   * @throws ConflictError, InputError, NotAllowedError where the command does not fit the state
   */
  decide(
    state: ArtifactState,
    command: CommandOf<T>,
    circumstances: Circumstances,
  ): NewEvent[];
}
