import type { CacheService } from '@backstage/backend-plugin-api';
import type { Client } from '@temporalio/client';
import {
  instanceStatistics,
  type Instance,
  type InstanceStatistics,
} from '@ameide/plugin-transformation-common';
import type { TemporalClient } from '../temporal/connection';
import { instancesOf, TEMPORAL_STATUS } from './workflowInfo';

/** Milliseconds that an answer is given again: Temporal counts all instances for each. */
const KEPT_MS = 15_000;

/** Counts the instances of an artifact. */
export type ReadStatistics = (
  tenant: string,
  artifactId: string,
) => Promise<InstanceStatistics>;

export function createReadStatistics(
  temporal: TemporalClient,
  cache: CacheService,
  now: () => Date = () => new Date(),
): ReadStatistics {
  return async (tenant, artifactId) => {
    const key = `statistics/${tenant}/${artifactId}`;
    const kept = instanceStatistics.safeParse(await cache.get(key));
    if (kept.success) return kept.data;
    const instances = instancesOf(tenant, artifactId);
    const client = await temporal();
    const [byStatus, withIncidents] = await Promise.all([
      countByStatus(client, instances),
      countIncidents(client, instances),
    ]);
    const statistics: InstanceStatistics = {
      byStatus,
      withIncidents,
      asOf: now().toISOString(),
    };
    await cache.set(key, statistics, { ttl: KEPT_MS });
    return statistics;
  };
}

async function countByStatus(
  client: Client,
  instances: string,
): Promise<InstanceStatistics['byStatus']> {
  const { groups } = await client.workflow.count(
    `${instances} GROUP BY ExecutionStatus`,
  );
  const names = Object.entries(TEMPORAL_STATUS) as [
    Instance['status'],
    string,
  ][];
  return Object.fromEntries(
    groups.flatMap(({ count, groupValues: [value] }) => {
      const status = names.find(([, name]) => name === String(value))?.[0];
      return status ? [[status, count]] : [];
    }),
  );
}

/** The workers of processes register the attribute; before the first one there is nothing to count. */
async function countIncidents(
  client: Client,
  instances: string,
): Promise<number> {
  const query = `${instances} AND ExecutionStatus = 'Running' AND BpmnOpen = 'incident'`;
  try {
    return (await client.workflow.count(query)).count;
  } catch (error) {
    if (/BpmnOpen/.test(String((error as Error).cause ?? error))) return 0;
    throw error;
  }
}
