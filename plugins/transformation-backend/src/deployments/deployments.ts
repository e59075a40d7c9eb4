import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Deployment } from '@ameide/plugin-transformation-common';
import { repeatRaces } from '../artifacts/context';
import type { TransformationDatabase } from '../database/database';
import type { Look } from './look';
import { putSeen, putUnwanted, readDeployments } from './projection';

/** Which revisions the lanes run: a projection of what was seen of them. */
export interface Deployments {
  /** Looks, and answers; where nothing can be seen just now, what was seen last, with its age. */
  list(tenant: string, artifactId: string): Promise<Deployment[]>;
  /** Looks at all that were built, so that news are told though nobody asks. */
  observeAll(): Promise<void>;
}

export function createDeployments(options: {
  database: TransformationDatabase;
  look: Look;
  logger: LoggerService;
  now?: () => Date;
}): Deployments {
  const { database, look, logger, now = () => new Date() } = options;

  const warn = (tenant: string, artifactId: string, error: Error) =>
    logger.warn(
      `The deployments of ${tenant}/${artifactId} can not be seen`,
      error,
    );

  const observe = async (tenant: string, artifactId: string) => {
    const seen = await look.wanted(tenant, artifactId);
    const known = await database.inTenant(tenant, tx =>
      readDeployments(tx, artifactId),
    );
    const unwanted = await Promise.all(
      known
        .filter(({ lane }) => lane !== seen?.lane)
        .map(async before => ({
          before,
          isServed: await look.isServed(before),
        })),
    );
    return repeatRaces(() =>
      database.inTenant(tenant, async tx => {
        const at = now().toISOString();
        if (seen) await putSeen(tx, seen, at);
        for (const { before, isServed } of unwanted) {
          await putUnwanted(tx, before, isServed, at);
        }
        return readDeployments(tx, artifactId);
      }),
    );
  };

  return {
    async list(tenant, artifactId) {
      try {
        return await observe(tenant, artifactId);
      } catch (error) {
        const known = await database.inTenant(tenant, tx =>
          readDeployments(tx, artifactId),
        );
        if (!known.length) throw error;
        warn(tenant, artifactId, error as Error);
        return known;
      }
    },

    async observeAll() {
      for (const tenant of await database.tenants()) {
        const built = await database.inTenant(tenant, tx =>
          tx.from('builds').distinct('artifact_id').pluck('artifact_id'),
        );
        for (const artifactId of built) {
          await observe(tenant, artifactId).catch(error =>
            warn(tenant, artifactId, error),
          );
        }
      }
    },
  };
}
