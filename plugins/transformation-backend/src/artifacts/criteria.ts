import type { Knex } from 'knex';
import type {
  ArtifactCriteria,
  ArtifactCriterion,
} from '@ameide/plugin-transformation-node';

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
    having(query, criteria);
  }
}

/** A property that rules ask for: a column of `artifacts`, or lanes that were seen to run one. */
function having(
  query: Knex.QueryBuilder,
  { property, values }: ArtifactCriterion,
): void {
  if (property !== 'lane') {
    query.whereIn(`artifacts.${property}`, values);
    return;
  }
  query.whereExists(deployments =>
    deployments
      .from('deployments')
      .whereRaw('deployments.tenant = artifacts.tenant')
      .whereRaw('deployments.artifact_id = artifacts.id')
      .whereIn('deployments.lane', values),
  );
}
