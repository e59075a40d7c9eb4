import { camel } from '../model/identifiers';
import type { Aggregate, DomainModel } from '../model/model';
import { commandTest } from './commandTest';
import { sampleOf } from './values';
import { violations } from './violations';

/** Tests of an aggregate through the generated client: the contract, and that tenants are apart. */
export function contractTest(
  { protoPath, protoPackage }: DomainModel,
  aggregate: Aggregate,
): string {
  const { name, plural, snake, table, fields } = aggregate;
  const own = aggregate.camel;
  const many = camel(aggregate.page);
  const first = fields[0];
  const differs = sampleOf(aggregate, 1) !== sampleOf(aggregate, 2);
  return `\
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Code, type Client } from '@connectrpc/connect';
import { ${name}Service } from '../../gen/${protoPath}/${snake}_service_pb.js';
import { READ_SCOPE } from '../../src/service.ts';
import { withCode } from '../support/code.ts';
import { startService, type TestService } from '../support/service.ts';

const FIRST = ${sampleOf(aggregate, 1)};
const SECOND = ${sampleOf(aggregate, 2)};
const context = () => ({ requestId: randomUUID() });

describe('${protoPackage}.${name}Service', () => {
  let service: TestService;
  let acme: Client<typeof ${name}Service>;
  let other: Client<typeof ${name}Service>;
  before(async () => {
    service = await startService();
    acme = await service.client(${name}Service);
    other = await service.client(${name}Service, { tenantId: 'other' });
  });
  after(() => service.stop());

  const make = async (client = acme) => {
    const { ${own}: made } = await client.create${name}({
      context: context(),
      ${own}: FIRST,
    });
    assert.ok(made);
    return made;
  };

  it('makes one, and reads it again', async () => {
    const made = await make();
    assert.match(made.name, /^tenants\\/acme\\/${
      aggregate.collection
    }\\/[0-9a-f-]{36}$/);
    assert.ok(made.etag && made.createTime && made.updateTime);
    for (const [field, value] of Object.entries(FIRST)) {
      assert.partialDeepStrictEqual(made, { [field]: value });
    }
    const { ${own}: read } = await acme.get${name}({ name: made.name });
    assert.deepEqual(read, made);
  });

  it('lists pages until there are no more', async () => {
    const client = await service.client(${name}Service, { tenantId: 'pages' });
    const names: string[] = [];
    for (let i = 0; i < 5; i++) names.push((await make(client)).name);
    const found: string[] = [];
    let pageToken = '';
    do {
      const page = await client.list${plural}({ pageSize: 2, pageToken });
      assert.ok(page.${many}.length <= 2);
      found.push(...page.${many}.map(item => item.name));
      pageToken = page.nextPageToken;
    } while (pageToken);
    assert.deepEqual(found, names);
    await assert.rejects(
      client.list${plural}({ pageToken: 'no token' }),
      withCode(Code.InvalidArgument),
    );
  });

  it('changes what the mask names and nothing else', async () => {
    const made = await make();
    const { ${own}: changed } = await acme.update${name}({
      context: context(),
      ${own}: { ...SECOND, name: made.name, etag: made.etag },
      updateMask: { paths: ['${first.name}'] },
    });
    assert.ok(changed);
    assert.notEqual(changed.etag, made.etag);
    assert.partialDeepStrictEqual(changed, {
      ...FIRST,
      ${first.camel}: SECOND.${first.camel},
    });
    const { ${own}: all } = await acme.update${name}({
      context: context(),
      ${own}: { ...SECOND, name: made.name },
    });
    assert.ok(all);
    assert.partialDeepStrictEqual(all, SECOND);
    await assert.rejects(
      acme.update${name}({
        context: context(),
        ${own}: { name: made.name },
        updateMask: { paths: ['etag'] },
      }),
      withCode(Code.InvalidArgument),
    );
  });

  it('does not overwrite what is newer', async () => {
    const made = await make();
    const update = () =>
      acme.update${name}({
        context: context(),
        ${own}: { ...SECOND, name: made.name, etag: made.etag },
      });
    await update();
    await assert.rejects(update(), withCode(Code.Aborted));
    await assert.rejects(
      acme.delete${name}({ context: context(), name: made.name, etag: made.etag }),
      withCode(Code.Aborted),
    );
  });

  it('deletes', async () => {
    const { name, etag } = await make();
    await acme.delete${name}({ context: context(), name, etag });
    await assert.rejects(acme.get${name}({ name }), withCode(Code.NotFound));
    await assert.rejects(
      acme.delete${name}({ context: context(), name }),
      withCode(Code.NotFound),
    );
  });

  it('does a request once, however often and however parallel it comes', async () => {
    const request = { context: context(), ${own}: FIRST };
    const answers = await Promise.all(
      [1, 2, 3].map(() => acme.create${name}(request)),
    );
    const first = answers[0]?.${own};
    assert.ok(first);
    for (const answer of answers) assert.deepEqual(answer.${own}, first);
    const rows = await service.query('SELECT FROM "${table}" WHERE id = $1', [
      first.name.split('/').at(-1),
    ]);
    assert.equal(rows.length, 1);
${
  differs
    ? `    await assert.rejects(
      acme.create${name}({ ...request, ${own}: SECOND }),
      withCode(Code.FailedPrecondition),
    );
`
    : ''
}  });

  it('tells what happened, in the same transaction', async () => {
    const { name } = await make();
    await acme.update${name}({ context: context(), ${own}: { ...SECOND, name } });
    await acme.delete${name}({ context: context(), name });
    const events = await service.query<{ type: string; tenant_id: string }>(
      'SELECT type, tenant_id FROM outbox WHERE subject = $1 ORDER BY sequence',
      [name],
    );
    assert.deepEqual(events, [
      { type: '${protoPackage}.${name}Created', tenant_id: 'acme' },
      { type: '${protoPackage}.${name}Updated', tenant_id: 'acme' },
      { type: '${protoPackage}.${name}Deleted', tenant_id: 'acme' },
    ]);
  });

  it('leaves nothing of a request that fails, and lets it be tried again', async () => {
    const request = {
      context: context(),
      name: 'tenants/acme/${
        aggregate.collection
      }/00000000-0000-7000-8000-000000000000',
    };
    for (let i = 0; i < 2; i++) {
      await assert.rejects(acme.delete${name}(request), withCode(Code.NotFound));
    }
    const rows = await service.query(
      'SELECT FROM idempotency_keys WHERE request_id = $1',
      [request.context.requestId],
    );
    assert.equal(rows.length, 0);
  });

  it('keeps tenants apart: what is another tenant’s is not there', async () => {
    const { name, etag } = await make();
    const absent = name.replace(/[^/]+$/, randomUUID());
    for (const asked of [name, absent]) {
      for (const call of [
        () => other.get${name}({ name: asked }),
        () => other.delete${name}({ context: context(), name: asked, etag }),
        () =>
          other.update${name}({
            context: context(),
            ${own}: { ...SECOND, name: asked },
          }),
      ]) {
        await assert.rejects(call, error => {
          assert.equal(String(error), 'ConnectError: [not_found] there is none');
          return true;
        });
      }
    }
    const page = await other.list${plural}({});
    assert.equal(page.${many}.some(item => item.name === name), false);
    assert.equal((await acme.get${name}({ name })).${own}?.etag, etag);
  });

  it('takes the tenant from the token, never from a name', async () => {
    const { ${own}: made } = await other.create${name}({
      context: context(),
      ${own}: { ...FIRST, name: 'tenants/acme/${aggregate.collection}/x' },
    });
    assert.match(made?.name ?? '', /^tenants\\/other\\//);
  });

  it('is for those who signed in, and only for what they may', async () => {
    const nobody = await service.client(${name}Service, 'nobody');
    await assert.rejects(
      nobody.list${plural}({}),
      withCode(Code.Unauthenticated),
    );
    const reader = await service.client(${name}Service, {
      scope: READ_SCOPE,
    });
    await reader.list${plural}({});
    await assert.rejects(make(reader), withCode(Code.PermissionDenied));
  });

  it('refuses what does not fit the rules, and says where', async () => {
    await assert.rejects(
      acme.create${name}({ ${own}: FIRST }),
      /\\[invalid_argument\\].*context/,
    );
    await assert.rejects(
      acme.create${name}({ context: { requestId: 'x' }, ${own}: FIRST }),
      /\\[invalid_argument\\].*request_id/,
    );
    await assert.rejects(
      acme.get${name}({ name: "x' OR 1=1 --" }),
      withCode(Code.InvalidArgument),
    );${fields.map(field => violations(aggregate, field)).join('')}
  });

  it('logs whose request it was, and nothing of what is in it', async () => {
    await make();
    const line = service.log.findLast(
      entry => entry.rpc === '${protoPackage}.${name}Service/Create${name}',
    );
    assert.partialDeepStrictEqual(line, {
      tenant_id: 'acme',
      controller_type: 'domain-controller',
      code: 'ok',
    });
    assert.deepEqual(Object.keys(line ?? {}).sort(), [
      ...['code', 'controller_name', 'controller_type', 'level', 'ms', 'msg'],
      ...['rpc', 'span_id', 'tenant_id', 'time', 'trace_id'],
    ]);
  });

  it('measures how long its requests take, as fine as the alerts ask', async () => {
    await make();
    assert.match(
      await service.metrics(),
      /^rpc_server_duration_bucket\\{.*rpc_method="Create${name}",code="ok",le="0.25"\\}/m,
    );
  });
${aggregate.commands
  .map(command => commandTest(aggregate, command))
  .join('')}});
`;
}
