import { createHash } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import {
  EXPORT_VERSION,
  tenantExportLine,
  type ArtifactEvent,
  type ImportResult,
  type TenantExportLine,
} from '@ameide/plugin-transformation-common';
import { digestOf, putContent } from '../artifacts/contents';
import { eventOfRow } from '../artifacts/events/rows';
import { apply } from '../artifacts/fold';
import { noticesOf } from '../artifacts/outbox';
import { putNotices } from '../database/putNotices';
import { rowOfState } from '../artifacts/projection';
import {
  canonicalState,
  isSnapshotDue,
  putSnapshot,
} from '../artifacts/snapshots';
import type { ArtifactState } from '../artifacts/state';
import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import { digestsOf } from './exportTenant';

type Line<T extends TenantExportLine['type']> = Extract<
  TenantExportLine,
  { type: T }
>;

/** Keeps what was seen of an export so far. */
class ExportReader {
  readonly #tx: TenantTransaction;
  readonly #contents = new Set<string>();
  readonly #counts: ImportResult = { artifacts: 0, events: 0, contents: 0 };
  #stream: ArtifactEvent[] = [];
  readonly #hash = createHash('sha256');
  #line = 0;
  #ended = false;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async read(text: string): Promise<void> {
    this.#line++;
    if (this.#ended) throw this.#wrong('comes behind the end');
    const line = this.#parse(text);
    if (line.type !== 'end') this.#hash.update(text).update('\n');
    if ((line.type === 'header') !== (this.#line === 1)) {
      throw this.#wrong('the header has to be the first line, and no other');
    }
    switch (line.type) {
      case 'header':
        return this.#header(line);
      case 'content':
        return this.#content(line);
      case 'event':
        return this.#event(line);
      case 'artifact':
        return this.#artifact(line);
      default:
        return this.#end(line);
    }
  }

  finish(): ImportResult {
    if (!this.#ended) {
      throw new InputError(
        `The export ends after line ${
          this.#line
        } and has no line "end": it was cut off; nothing was imported`,
      );
    }
    return this.#counts;
  }

  #header({ tenant, version }: Line<'header'>): void {
    if (version > EXPORT_VERSION) {
      throw this.#wrong(
        `version ${version} is newer than this release, which reads ${EXPORT_VERSION}; import it with the release that wrote it, or a newer one`,
      );
    }
    if (tenant !== this.#tx.tenant) {
      throw this.#wrong(
        `this is an export of the tenant ${tenant}, and artifacts name each other with their tenant; import it there`,
      );
    }
  }

  async #content({ digest, content }: Line<'content'>): Promise<void> {
    if (digestOf(content) !== digest) {
      throw this.#wrong(`the content is not that of its digest ${digest}`);
    }
    await putContent(this.#tx, content);
    this.#contents.add(digest);
    this.#counts.contents++;
  }

  async #event(line: Line<'event'>): Promise<void> {
    const row = {
      artifact_id: line.artifact,
      sequence: line.sequence,
      type: line.event,
      type_version: line.version,
      command_id: line.commandId,
      at: line.at,
      by: line.by,
      data: JSON.stringify(line.data),
    };
    const [missing] = digestsOf([row]).filter(
      digest => !this.#contents.has(digest),
    );
    if (missing)
      throw this.#wrong(`its content ${missing} did not come before`);
    let event: ArtifactEvent;
    try {
      event = eventOfRow({ tenant: this.#tx.tenant, ...row });
    } catch (error) {
      throw this.#wrong(`this is no event: ${(error as Error).message}`);
    }
    await this.#tx.insert('artifact_events', row);
    this.#stream.push(event);
    this.#counts.events++;
  }

  async #artifact(line: Line<'artifact'>): Promise<void> {
    const events = this.#stream;
    this.#stream = [];
    const state = await this.#folded(events);
    if (
      state?.id !== line.artifact ||
      state.sequence !== line.sequence ||
      digestOf(canonicalState(state)) !== line.state
    ) {
      throw this.#wrong(
        `the events before do not add up to the artifact ${line.artifact} at sequence ${line.sequence}`,
      );
    }
    await this.#tx.insert('artifacts', rowOfState(state));
    await putNotices(this.#tx, noticesOf(state.kind, events));
    this.#counts.artifacts++;
  }

  async #folded(events: ArtifactEvent[]): Promise<ArtifactState | undefined> {
    let state: ArtifactState | undefined;
    for (const event of events) {
      try {
        state = apply(state, event);
      } catch (error) {
        throw this.#wrong((error as Error).message);
      }
      if (isSnapshotDue(event)) await putSnapshot(this.#tx, state);
    }
    return state;
  }

  #end({ type: _, digest, ...counts }: Line<'end'>): void {
    if (digest !== this.#hash.digest('hex')) {
      throw this.#wrong(
        'the lines before are not those that were written; take the file as it was exported',
      );
    }
    const same = (Object.keys(counts) as (keyof ImportResult)[]).every(
      key => counts[key] === this.#counts[key],
    );
    if (!same || this.#stream.length) {
      throw this.#wrong(
        `the export has ${JSON.stringify(counts)}, and ${JSON.stringify(
          this.#counts,
        )} came`,
      );
    }
    this.#ended = true;
  }

  #parse(text: string): TenantExportLine {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      throw this.#wrong('this is no JSON');
    }
    const result = tenantExportLine.safeParse(json);
    if (result.success) return result.data;
    const [{ path, message }] = result.error.issues;
    throw this.#wrong(`${path.join('.')}: ${message}`);
  }

  #wrong(why: string): InputError {
    return new InputError(`line ${this.#line}: ${why}; nothing was imported`);
  }
}

/**
 * Reads an export into a tenant that has nothing: all of it, or nothing where
 * a line is wrong. Events are stored as they were, everything else is made of
 * them anew and compared with what the export says of it.
 *
 * @param lines - the text of each line
 * @throws InputError that names the line, ConflictError where the tenant has artifacts
 */
export function importTenant(
  database: TransformationDatabase,
  tenant: string,
  lines: AsyncIterable<string>,
): Promise<ImportResult> {
  return database.inTenant(tenant, async tx => {
    if (await tx.from('artifacts').first('id')) {
      throw new ConflictError(
        `The tenant ${tenant} has artifacts; an export is read into a tenant that has none, so purge it first`,
      );
    }
    const reader = new ExportReader(tx);
    for await (const text of lines) await reader.read(text);
    return reader.finish();
  });
}
