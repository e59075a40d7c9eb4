import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Diagnostic,
  GeneratedFile,
  PullRequest,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { Access } from '../access/authorize';
import type { Need } from '../access/need';
import type { Author } from '../artifacts/context';
import type { ArtifactStore } from '../artifacts/store';
import type { createPlaceOf } from '../proposals/placeOf';

/** What actions work with. */
export interface ActionContext extends Access {
  artifacts: ArtifactStore;
  kinds: Map<string, ArtifactKindDefinition>;
  compile(
    content: string,
    name: string,
  ): Promise<{ files: GeneratedFile[]; diagnostics: Diagnostic[] }>;
  /** Where new components beside an artifact belong. */
  placeOf: ReturnType<typeof createPlaceOf>;
  /** Opens the pull requests that end a service. */
  decommission(
    author: Author,
    service: string,
    credentials: BackstageCredentials,
  ): Promise<PullRequest[]>;
  /** Does what changes something, with a record of it; the result is the output. */
  write<T extends object>(
    credentials: BackstageCredentials,
    eventId: string,
    need: Need,
    meta: Record<string, string>,
    work: (author: Author) => Promise<T>,
  ): Promise<{ output: T }>;
  /** Gives a command of the API to an artifact. @throws InputError where it is none */
  command(
    credentials: BackstageCredentials,
    artifact: string,
    given: Record<string, unknown>,
  ): Promise<{ output: Record<string, unknown> }>;
}
