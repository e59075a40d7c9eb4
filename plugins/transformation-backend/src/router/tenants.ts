import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import { NotFoundError } from '@backstage/errors';
import {
  erasureRequest,
  tenantAdministerPermission,
  type RebuildProgress,
} from '@ameide/plugin-transformation-common';
import type { Author } from '../artifacts/context';
import type { TenantService } from '../tenants/tenantService';
import type { Callers } from './caller';
import { validate } from './validate';

/** JSON, one value a line. */
export const JSON_LINES = 'application/x-ndjson';

/** What administrators do to their tenant as a whole; another one is not there. */
export function addTenantRoutes(
  router: Router,
  tenants: TenantService,
  callers: Callers,
): void {
  const administered = <T>(
    request: Request,
    id: string,
    work: (author: Author) => Promise<T>,
  ) =>
    callers.audited(
      request,
      tenantAdministerPermission,
      { id, meta: {} },
      async author => {
        const { tenant } = request.params;
        if (tenant === author.tenant) return work(author);
        throw new NotFoundError(`There is no tenant ${tenant}`);
      },
    );

  router.get('/tenants/:tenant/export', async (request, response) => {
    await administered(request, 'tenant-export', ({ tenant }) =>
      sendLines(response, tenants.export(tenant)),
    );
  });

  router.post('/tenants/:tenant/import', async (request, response) => {
    const done = await administered(request, 'tenant-import', ({ tenant }) =>
      tenants.import(tenant, linesOf(request)),
    );
    response.status(201).json(done);
  });

  router.post('/tenants/:tenant/purge', async (request, response) => {
    response.json(
      await administered(request, 'tenant-purge', ({ tenant }) =>
        tenants.purge(tenant),
      ),
    );
  });

  router.post('/tenants/:tenant/erasures', async (request, response) => {
    // the record of it does not name whom it is about
    response.json(
      await administered(request, 'person-erase', ({ tenant }) =>
        tenants.erase(
          tenant,
          validate(erasureRequest, request.body).userEntityRef,
        ),
      ),
    );
  });

  router.post('/tenants/:tenant/rebuild', async (request, response) => {
    await administered(request, 'projections-rebuild', async ({ tenant }) => {
      response.setHeader('content-type', JSON_LINES);
      const tell = (line: RebuildProgress) =>
        response.write(`${JSON.stringify(line)}\n`);
      const { artifacts, mended } = await tenants.rebuild(
        tenant,
        (done, total) => tell({ done, total }),
      );
      tell({ done: artifacts, total: artifacts, mended });
      response.end();
    });
  });

  router.get('/tenants/:tenant/checks', async (request, response) => {
    const items = await administered(request, 'checks', () => tenants.check());
    response.json({ items });
  });
}

async function sendLines(
  response: Response,
  lines: AsyncIterable<string>,
): Promise<void> {
  response.setHeader('content-type', JSON_LINES);
  const texts = Readable.from(withLineFeeds(lines), { objectMode: false });
  await pipeline(texts, response);
}

async function* withLineFeeds(lines: AsyncIterable<string>) {
  for await (const line of lines) yield `${line}\n`;
}

/** The interface is made when the first line is wanted: one that nobody reads from drops what comes. */
async function* linesOf(input: Readable) {
  yield* createInterface({ input, crlfDelay: Infinity });
}
