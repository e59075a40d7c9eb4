import type { ChangeNotice } from '../../plugins/transformation-common/src';
import type { Person } from '../factory/person';
import { persist, type Desk } from './writer';

/** Reads the feed as one that keeps its cursor, through every crash, until the run stops and there is nothing left. */
export async function consume(
  person: Person,
  desk: Desk,
): Promise<ChangeNotice[]> {
  const seen: ChangeNotice[] = [];
  for (let cursor = 0; ; ) {
    const page = await persist({ ...desk, stopping: false }, () =>
      person.api.listChanges(cursor, { wait: 1 }),
    );
    seen.push(...page!.items);
    cursor = page!.cursor;
    if (desk.stopping && !page!.items.length) return seen;
  }
}
