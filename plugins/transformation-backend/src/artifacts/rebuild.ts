import type {
  TenantTransaction,
  TransformationDatabase,
} from '../database/database';
import { readEvents } from './events/read';
import { fold } from './fold';
import { rowOfState } from './projection';
import { canonicalState } from './snapshots';
import { artifactState } from './state';

/** What a rebuild found. */
export interface Rebuilt {
  artifacts: number;
  /** Those whose projection was not what their stream says. */
  mended: string[];
}

/**
 * Folds streams from their first event and writes what comes out where the
 * projection says something else. Others may read and write meanwhile: each
 * artifact has a transaction of its own.
 *
 * @param scope - `missing`: only artifacts that a migration left without a state
 * @param onProgress - told after each artifact how many are done
 */
export async function rebuildProjections(
  database: TransformationDatabase,
  tenant: string,
  scope: 'all' | 'missing',
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Rebuilt> {
  const ids = await database.inTenant<string[]>(tenant, tx => {
    const query = tx.from('artifacts').orderBy('id');
    if (scope === 'missing') query.where({ state: '' });
    return query.pluck('id');
  });
  const mended: string[] = [];
  for (const [done, id] of ids.entries()) {
    const changed = await database.inTenant(tenant, tx => rebuildOne(tx, id));
    if (changed) mended.push(id);
    onProgress(done + 1, ids.length);
  }
  return { artifacts: ids.length, mended };
}

async function rebuildOne(tx: TenantTransaction, id: string): Promise<boolean> {
  const kept = await tx
    .from('artifacts')
    .where({ id })
    .forUpdate()
    .first('state');
  const state = fold(await readEvents(tx, id))!;
  if (kept?.state && sameState(kept.state, canonicalState(state))) return false;
  await tx.from('artifacts').where({ id }).update(rowOfState(state));
  return true;
}

function sameState(kept: string, canonical: string): boolean {
  const parsed = artifactState.safeParse(JSON.parse(kept));
  return parsed.success && canonicalState(parsed.data) === canonical;
}
