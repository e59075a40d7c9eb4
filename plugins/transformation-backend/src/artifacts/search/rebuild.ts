import type { TenantTransaction } from '../../database/database';
import type { StoreContext } from '../context';
import { lockArtifact, readState } from '../projection';
import { readContent } from '../read';
import type { Rebuilt } from '../rebuild';
import { putSearch, textsOf } from './write';

/**
 * Looks at contents again, and writes what artifacts are found by where that
 * is not what they say. Others may read and write meanwhile.
 *
 * @param scope - `missing`: only artifacts that were not looked at yet
 */
export async function rebuildSearch(
  { database, kindOf }: Pick<StoreContext, 'database' | 'kindOf'>,
  tenant: string,
  scope: 'all' | 'missing',
): Promise<Rebuilt> {
  const ids = await database.inTenant(tenant, tx => idsToVisit(tx, scope));
  const mended: string[] = [];
  for (const id of ids) {
    const seen = await database.inTenant(tenant, async tx => ({
      state: await readState(tx, id),
      content: (await readContent(tx, id)).content,
    }));
    const texts = await kindOf(seen.state.kind).describe(seen.content);
    const changed = await database.inTenant(tenant, async tx => {
      await lockArtifact(tx, id);
      const state = await readState(tx, id);
      // somebody was faster, and has written it
      if (state.digest !== seen.state.digest) return false;
      const kept = await textsOf(tx, id);
      await putSearch(tx, state, texts);
      return (
        kept?.digest !== state.digest ||
        kept.summary !== texts.summary ||
        kept.searchText !== texts.searchText
      );
    });
    if (changed) mended.push(id);
  }
  return { artifacts: ids.length, mended };
}

async function idsToVisit(
  tx: TenantTransaction,
  scope: 'all' | 'missing',
): Promise<string[]> {
  const query = tx.from('artifacts').orderBy('id');
  if (scope === 'missing') {
    query.whereNotIn('id', tx.from('artifact_texts').select('artifact_id'));
  }
  return query.pluck('id');
}
