import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Code } from '@connectrpc/connect';
import { InstanceState } from '../../gen/ameide/process/v1/instance_pb.js';
import * as activities from '../../src/activities.ts';
import { examples } from '../../src/defaults.gen.ts';
import { deployment } from '../../src/deployment.gen.ts';
import { byJobType } from '../../src/jobs.gen.ts';
import { ARTIFACT, READ_SCOPE } from '../../src/api/service.ts';
import { withCode } from '../support/code.ts';
import { drive, type Cast, type Examples } from '../support/drive.ts';
import { failOnce } from '../support/failOnce.ts';
import { startService, type TestService } from '../support/service.ts';
import { newContext, until } from '../support/until.ts';

const PROCESSES = deployment.processes;

const exampleOf = (workflowType: string) =>
  (examples as Record<string, Examples & { variables: object }>)[
    workflowType
  ] ?? { variables: {}, userTasks: {}, messages: {} };

/** Every process of the drawing through the generated client, with a real Temporal and the worker. */
describe('the API', () => {
  const jobs = failOnce(byJobType(activities));
  let service: TestService;
  let cast: Cast;
  before(async () => {
    service = await startService(jobs.activities);
    cast = {
      own: await service.client(),
      colleague: await service.client({ sub: 'colleague' }),
      stranger: await service.client({ tenantId: 'other' }),
    };
  });
  after(() => service.stop());

  const start = async (at = 0) => {
    const { processId = '', workflowType = '' } = PROCESSES[at] ?? {};
    const { variables } = exampleOf(workflowType);
    const request = {
      context: newContext(),
      processId,
      variables: JSON.parse(JSON.stringify(variables)),
    };
    const { instance } = await cast.own.startInstance(request);
    assert.ok(instance);
    return { request, instance };
  };

  for (const [at, { processId, workflowType }] of PROCESSES.entries()) {
    it(`takes ${processId} through its user tasks, messages and incidents`, async t => {
      jobs.failNext();
      service.traces.length = 0;
      const { instance } = await start(at);
      const started = service.log.findLast(isStart);
      assert.equal(instance.processId, processId);
      const { end, ...done } = await drive(
        cast,
        instance.name,
        exampleOf(workflowType),
      );
      t.diagnostic(
        `${JSON.stringify(done)}, ${InstanceState[end.instance?.state ?? 0]}`,
      );
      assert.equal(done.incidents > 0, jobs.failed() > 0);
      assert.ok(started?.trace_id);
      for (const trace of service.traces) {
        assert.equal(trace, started.trace_id, 'jobs are in the trace of it');
      }
      if (end.instance?.state === InstanceState.RUNNING) {
        assert.ok(end.tokens.length > 0, 'it waits for time or for others');
        const request = { name: instance.name, context: newContext() };
        await cast.own.cancelInstance(request);
      } else {
        assert.equal(end.instance?.state, InstanceState.COMPLETED);
        assert.ok(end.instance?.endTime);
      }
    });
  }

  const byMessage = PROCESSES.flatMap(({ processId, starts }) =>
    starts.flatMap(({ message }) => (message ? [{ processId, message }] : [])),
  );
  for (const { processId, message } of byMessage) {
    it(`starts ${processId} by the message ${message}, once`, async () => {
      const request = {
        context: newContext(),
        messageName: message,
        correlationKey: "it's key 1",
      };
      const first = await cast.own.publishMessage(request);
      const again = await cast.own.publishMessage(request);
      assert.deepEqual(again.instances, first.instances);
      const [name = ''] = first.instances;
      const { instance } = await cast.own.getInstance({ name });
      assert.equal(instance?.processId, processId);
    });
  }

  it('starts instances that the factory finds by tenant and artifact', async () => {
    const { instance } = await start();
    const id = instance.name.split('/').at(-1);
    await until('the instance', async () => {
      const found = await service.find(
        `AmeideTenant = 'acme' AND AmeideArtifact = '${ARTIFACT}'`,
      );
      return found.find(workflowId => workflowId.endsWith(`:${id}`));
    });
  });

  it('starts one instance for one request', async () => {
    const { request, instance } = await start();
    const again = await cast.own.startInstance(request);
    assert.equal(again.instance?.name, instance.name);
    await assert.rejects(
      cast.own.startInstance({ ...request, variables: { other: true } }),
      withCode(Code.AlreadyExists),
    );
  });

  it('starts one instance of an id', async () => {
    const { request } = await start();
    const numbered = { ...request, instanceId: 'order-1' };
    const first = await cast.own.startInstance(numbered);
    assert.equal(first.instance?.name, 'tenants/acme/instances/order-1');
    await assert.rejects(
      cast.own.startInstance({ ...numbered, context: newContext() }),
      withCode(Code.AlreadyExists),
    );
  });

  it('cancels an instance', async () => {
    const { instance } = await start();
    const request = { name: instance.name, context: newContext() };
    await cast.own.cancelInstance(request).catch(ifEnded);
    const end = await until('The end', async () => {
      const now = await cast.own.getInstance({ name: instance.name });
      const { state } = now.instance ?? {};
      return state === InstanceState.RUNNING ? undefined : state;
    });
    assert.ok([InstanceState.CANCELLED, InstanceState.COMPLETED].includes(end));
  });

  it('shows nothing to another tenant', async () => {
    const { instance } = await start();
    const own = { name: instance.name };
    for (const refused of [
      () => cast.stranger.getInstance(own),
      () => cast.stranger.cancelInstance({ ...own, context: newContext() }),
      () =>
        cast.stranger.getInstance({
          name: instance.name.replace('/acme/', '/other/'),
        }),
    ]) {
      await assert.rejects(refused(), withCode(Code.NotFound));
    }
    const listed = await cast.stranger.listInstances({});
    assert.deepEqual(listed.instances, []);
  });

  it('lists in pages', async () => {
    const names = new Set<string>();
    for (const { instance } of [await start(), await start()]) {
      names.add(instance.name);
    }
    await until('Both instances', async () => {
      const seen: string[] = [];
      let pageToken = '';
      do {
        const page = await cast.own.listInstances({ pageSize: 1, pageToken });
        assert.ok(page.instances.length <= 1);
        seen.push(...page.instances.map(({ name }) => name));
        pageToken = page.nextPageToken;
      } while (pageToken);
      assert.equal(new Set(seen).size, seen.length, 'each is there once');
      return [...names].every(name => seen.includes(name)) || undefined;
    });
    const { nextPageToken } = await cast.own.listInstances({ pageSize: 1 });
    for (const refused of [
      () => cast.own.listUserTasks({ pageToken: nextPageToken }),
      () => cast.stranger.listInstances({ pageToken: nextPageToken }),
      () => cast.own.listInstances({ pageToken: 'nonsense' }),
    ]) {
      await assert.rejects(refused(), withCode(Code.InvalidArgument));
    }
  });

  it('lists by state', async () => {
    for (const state of [InstanceState.RUNNING, InstanceState.COMPLETED]) {
      const { instances } = await cast.own.listInstances({ state });
      assert.ok(instances.every(instance => instance.state === state));
    }
  });

  it('refuses what is not valid, and says where', async () => {
    for (const refused of [
      () => cast.own.startInstance({}),
      () => cast.own.startInstance({ context: { requestId: 'x' } }),
      () =>
        cast.own.startInstance({ context: newContext(), processId: 'None' }),
      () =>
        cast.own.startInstance({ context: newContext(), instanceId: "a' OR" }),
      () => cast.own.getInstance({ name: "tenants/' OR ''='/instances/1" }),
      () => cast.own.listInstances({ pageSize: -1 }),
      () => cast.own.publishMessage({ context: newContext() }),
    ]) {
      await assert.rejects(refused(), withCode(Code.InvalidArgument));
    }
  });

  it('finds nothing where nothing is', async () => {
    for (const id of ['none', "' OR ''='"]) {
      await assert.rejects(
        cast.own.getInstance({ name: `tenants/acme/instances/${id}` }),
        withCode(Code.NotFound),
      );
    }
    const { instance } = await start();
    await assert.rejects(
      cast.own.claimUserTask({
        context: newContext(),
        instance: instance.name,
        key: 'none',
      }),
      (error: unknown) =>
        // a process without waits may have ended meanwhile
        withEither(error, Code.NotFound, Code.FailedPrecondition),
    );
  });

  it('wants a token with the scope of the method', async () => {
    const nobody = await service.client('nobody');
    await assert.rejects(
      nobody.listInstances({}),
      withCode(Code.Unauthenticated),
    );
    const reader = await service.client({ scope: READ_SCOPE });
    await reader.listInstances({});
    await assert.rejects(
      reader.startInstance({ context: newContext() }),
      withCode(Code.PermissionDenied),
    );
  });

  it('logs whose request it was, measures it, and says nothing of what is in it', async () => {
    await start();
    const served = service.log.filter(isStart);
    assert.ok(
      served.some(
        ({ tenant_id, controller_type, trace_id, code }) =>
          tenant_id === 'acme' &&
          controller_type === 'process-controller' &&
          trace_id &&
          code === 'ok',
      ),
    );
    assert.match(await service.metrics(), /rpc_server_duration_count/);
  });
});

const isStart = ({ rpc }: Record<string, unknown>) =>
  String(rpc).endsWith('/StartInstance');

function withEither(error: unknown, ...codes: Code[]): boolean {
  return codes.some(code => {
    try {
      return withCode(code)(error);
    } catch {
      return false;
    }
  });
}

function ifEnded(error: unknown): void {
  withCode(Code.FailedPrecondition)(error);
}
