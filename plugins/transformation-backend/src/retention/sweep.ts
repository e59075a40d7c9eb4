import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { TransformationDatabase } from '../database/database';
import type { ObjectStorage } from '../objects/objectStorage';
import type { Retention } from './config';
import { sweepObjects } from './sweepObjects';
import { sweepCommands, sweepOutbox, sweepUploads } from './sweepRows';

/** How old an object has to be before it can be an orphan: longer than any transaction takes. */
const OBJECT_GRACE_MS = 60 * 60_000;

/** What a sweep works on. */
export interface SweepOptions {
  database: TransformationDatabase;
  objects?: ObjectStorage;
  retention: Retention;
}

/** What a sweep took away. */
export interface Swept {
  uploads: number;
  commands: number;
  outbox: number;
  objects: number;
}

/** Takes away what is no longer kept, tenant by tenant. */
export async function sweep(
  { database, objects, retention }: SweepOptions,
  now: Date,
): Promise<Swept> {
  const before = (age: number) => new Date(now.getTime() - age);
  const swept: Swept = { uploads: 0, commands: 0, outbox: 0, objects: 0 };
  for (const tenant of await database.tenants()) {
    await database.inTenant(tenant, async tx => {
      swept.uploads += await sweepUploads(tx, before(retention.uploads));
      swept.commands += await sweepCommands(tx, before(retention.commands));
      swept.outbox += await sweepOutbox(tx, before(retention.outbox));
    });
  }
  if (objects) {
    const old = before(OBJECT_GRACE_MS);
    swept.objects = await sweepObjects(database, objects, old);
  }
  return swept;
}

/** Lets Backstage's scheduler sweep every hour; one of several backends does it. */
export async function scheduleSweep(
  scheduler: SchedulerService,
  logger: LoggerService,
  options: SweepOptions,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'sweep',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    async fn() {
      const swept = await sweep(options, new Date());
      logger.info(`Swept what is no longer kept`, { ...swept });
    },
  });
}
