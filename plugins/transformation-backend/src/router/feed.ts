import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from 'express';
import { z } from 'zod';
import type { ArtifactStore } from '../artifacts/store';
import type { Callers } from './caller';
import { validate } from './validate';

const LOOK_EVERY_MS = 500;

export const feedQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  pageSize: z.coerce.number().int().min(1).max(1000).default(100),
  /** Seconds to wait for something to happen. */
  wait: z.coerce.number().int().min(0).max(30).default(0),
});

/** What happened in the caller's tenant, at least once and in order; whoever reads keeps the cursor. */
export function addFeedRoutes(
  router: Router,
  artifacts: ArtifactStore,
  callers: Callers,
): void {
  router.get('/events', async (request, response) => {
    const { tenant, criteria } = await callers.reader(request);
    const { after, pageSize, wait } = validate(feedQuery, request.query);
    const until = Date.now() + wait * 1000;
    let items = await artifacts.changes(tenant, after, pageSize, criteria);
    while (!items.length && Date.now() < until && !request.destroyed) {
      await sleep(LOOK_EVERY_MS);
      items = await artifacts.changes(tenant, after, pageSize, criteria);
    }
    response.json({ items, cursor: items.at(-1)?.position ?? after });
  });
}
