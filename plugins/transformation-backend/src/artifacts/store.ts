import type { Readable } from 'node:stream';
import type {
  Artifact,
  ArtifactCommand,
  ArtifactContent,
  ArtifactEvent,
  ChangeNotice,
  CommandResult,
  CreateArtifactRequest,
  Gate,
  ListedArtifact,
  Page,
  Revision,
  SearchDocumentPage,
  Upload,
} from '@ameide/plugin-transformation-common';
import type {
  ArtifactCriteria,
  ArtifactKindDefinition,
  ArtifactResource,
} from '@ameide/plugin-transformation-node';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import { kindOf } from '../kinds/kindOf';
import type { Author, StoreContext } from './context';
import { assertContentText, contentOrUpload, putUpload } from './contents';
import { create } from './create';
import { execute } from './execute';
import { readGate } from './gate/read';
import { listArtifacts, type ArtifactFilter } from './list';
import { readOutbox } from './outbox';
import type { Rebuilt } from './rebuild';
import { findResources } from './resources';
import { listSearchDocuments } from './search/documents';
import { rebuildSearch } from './search/rebuild';
import {
  findArtifacts,
  listEvents,
  listRevisions,
  openDownload,
  readArtifact,
  readContent,
} from './read';

/** A content on its way out. */
export interface Download {
  kind: string;
  sequence: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  digest: string;
  bytes: Readable;
}

/** The only writer of artifacts. */
export interface ArtifactStore {
  /** @throws ConflictError where the id is taken, InputError */
  create(
    author: Author,
    request: CreateArtifactRequest,
  ): Promise<CommandResult>;
  /** @throws SequenceConflictError, NotFoundError, InputError, ConflictError, NotAllowedError */
  change(
    author: Author,
    id: string,
    command: ArtifactCommand,
  ): Promise<CommandResult>;
  get(tenant: string, id: string): Promise<Artifact>;
  /** Those of some ids that are there, in no order. */
  find(
    tenant: string,
    ids: string[],
    criteria?: ArtifactCriteria,
  ): Promise<Artifact[]>;
  list(tenant: string, filter: ArtifactFilter): Promise<Page<ListedArtifact>>;
  content(
    tenant: string,
    id: string,
    sequence?: number,
  ): Promise<ArtifactContent>;
  /** The bytes of a content as a stream. @throws NotFoundError, InputError, ContentDamagedError */
  download(tenant: string, id: string, sequence?: number): Promise<Download>;
  /** Behind a sequence, where one is given. */
  events(tenant: string, id: string, after?: number): Promise<ArtifactEvent[]>;
  revisions(tenant: string, id: string): Promise<Revision[]>;
  /** Keeps a content for a command that names it. @throws InputError */
  upload(tenant: string, content: string): Promise<Upload>;
  /** The content that is given, or that was uploaded before. @throws InputError */
  given(
    tenant: string,
    source: { content?: string; uploadId?: string },
  ): Promise<string>;
  /** Whether a revision could be promoted now. @throws NotFoundError, InputError */
  gate(tenant: string, id: string, revision: number): Promise<Gate>;
  /** What the rules of permissions look at, of those of some ids that are there. */
  resources(tenant: string, ids: string[]): Promise<ArtifactResource[]>;
  /** The tenants that have written anything. */
  tenants(): Promise<string[]>;
  /** What the artifacts in use say, for another search. */
  searchDocuments(
    tenant: string,
    page: { pageSize: number; pageToken?: string },
  ): Promise<SearchDocumentPage>;
  /** Sees to it that everything is found by what it says; `missing`: what was not looked at yet. */
  rebuildSearch(tenant: string, scope: 'all' | 'missing'): Promise<Rebuilt>;
  /** What happened in a tenant behind a position, in order. */
  changes(
    tenant: string,
    after: number,
    limit: number,
    criteria?: ArtifactCriteria,
  ): Promise<ChangeNotice[]>;
}

/** @param options - `kinds`: what can be stored; `now`: the clock of the events */
export function createArtifactStore(options: {
  database: TransformationDatabase;
  kinds: Map<string, ArtifactKindDefinition>;
  entityExists: StoreContext['entityExists'];
  now?: () => Date;
  onSnapshots?: StoreContext['onSnapshots'];
}): ArtifactStore {
  const { database, kinds, entityExists, now = () => new Date() } = options;
  const { onSnapshots = () => undefined } = options;
  const context: StoreContext = {
    database,
    entityExists,
    now,
    onSnapshots,
    kindOf: kind => kindOf(kinds, kind),
  };
  const read =
    <A extends unknown[], T>(
      query: (tx: TenantTransaction, ...args: A) => Promise<T>,
    ) =>
    (tenant: string, ...args: A) =>
      database.inTenant(tenant, tx => query(tx, ...args));

  return {
    get: read(readArtifact),
    find: read(findArtifacts),
    resources: read(findResources),
    list: read(listArtifacts),
    searchDocuments: read(listSearchDocuments),
    tenants: () => database.tenants(),
    content: read(readContent),
    async download(tenant, id, sequence) {
      const { open, ...head } = await database.inTenant(tenant, tx =>
        openDownload(tx, id, sequence),
      );
      return { ...head, bytes: await open() };
    },
    events: read(listEvents),
    revisions: read(listRevisions),
    changes: read(readOutbox),
    async upload(tenant, content) {
      assertContentText(content);
      const uploadId = await database.inTenant(tenant, tx =>
        putUpload(tx, content, now()),
      );
      return { uploadId, bytes: Buffer.byteLength(content) };
    },
    given: (tenant, { content, uploadId }) =>
      database.inTenant(tenant, tx => contentOrUpload(tx, content, uploadId)),
    rebuildSearch: (tenant, scope) => rebuildSearch(context, tenant, scope),
    gate: (tenant, id, revision) => readGate(context, tenant, id, revision),
    create: (author, request) => create(context, author, request),
    change: (author, id, command) => execute(context, author, id, command),
  };
}
