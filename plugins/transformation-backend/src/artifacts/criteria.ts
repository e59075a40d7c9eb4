import type { Knex } from 'knex';
import type { ArtifactCriteria } from '@ameide/plugin-transformation-node';

/** Which column of `artifacts` has a property that rules ask for. */
const COLUMNS = { tenant: 'tenant', owner: 'owner', kind: 'kind' } as const;

/** Narrows a query on `artifacts` to what criteria of the permission framework let through. */
export function narrow(
  query: Knex.QueryBuilder,
  criteria: ArtifactCriteria,
): void {
  if ('allOf' in criteria) {
    criteria.allOf.forEach(all => query.andWhere(sub => narrow(sub, all)));
  } else if ('anyOf' in criteria) {
    query.andWhere(sub =>
      criteria.anyOf.forEach(any => sub.orWhere(each => narrow(each, any))),
    );
  } else if ('not' in criteria) {
    query.whereNot(sub => narrow(sub, criteria.not));
  } else {
    query.whereIn(`artifacts.${COLUMNS[criteria.property]}`, criteria.values);
  }
}
