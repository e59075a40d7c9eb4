import request from 'supertest';
import {
  createBackendPlugin,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  tracingServiceRef,
  type TracingService,
} from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  metricsServiceMock,
  tracingServiceMock,
} from '@backstage/backend-test-utils/alpha';
import { emptyDatabases } from '../__testUtils__/databases';
import { appOf } from '../__testUtils__/router';
import { ada, changeTo, creation, makeStore } from '../__testUtils__/store';
import { recordSpans } from '../__testUtils__/tracing';
import { createStoreMetrics } from './metrics';
import { observeStore } from './observeStore';

jest.setTimeout(60_000);

/** The tracing service of Backstage itself. */
async function realTracing(): Promise<TracingService> {
  let found: TracingService | undefined;
  const backend = await startTestBackend({
    features: [
      tracingServiceMock.factory(),
      createBackendPlugin({
        pluginId: 'transformation',
        register(env) {
          env.registerInit({
            deps: { tracing: tracingServiceRef },
            init: async ({ tracing }) => {
              found = tracing;
            },
          });
        },
      }),
    ],
  });
  await backend.stop();
  return found!;
}

/** What was measured, by the name of the instrument. */
function recordMetrics() {
  const measured: Record<string, [number, object?][]> = {};
  const instrument = (name: string) => {
    measured[name] = [];
    const note = (value: number, attributes?: object) =>
      void measured[name].push([value, attributes]);
    return { add: note, record: note };
  };
  const metrics = createStoreMetrics(
    metricsServiceMock.mock({
      createCounter: instrument,
      createHistogram: instrument,
    }),
  );
  return { measured, metrics };
}

describe('a store that is watched', () => {
  const databases = emptyDatabases();
  const spans = recordSpans();
  const make = async () => {
    spans.length = 0;
    const { measured, metrics } = recordMetrics();
    const made = await makeStore(databases, 'SQLITE_3', undefined, {
      onSnapshots: metrics.snapshots,
    });
    const logger = mockServices.logger.mock();
    const tracing = await realTracing();
    const store = observeStore(made.store, { logger, metrics, tracing });
    const app = appOf(store, { tracing });
    const post = (path: string, body: object, headers = {}) =>
      request(app)
        .post(`/v1${path}`)
        .set('authorization', mockCredentials.user.header('user:demo/ada'))
        .set(headers)
        .send(body);
    return { store, measured, logger, post };
  };
  const logged = (logger: jest.Mocked<LoggerService>) => logger.info.mock.calls;

  it('goes on in the trace of the caller, and tells it with every event', async () => {
    const { store, logger, post } = await make();
    const trace = 'b'.repeat(32);
    const given = creation('Plan');
    await post('/artifacts', given, {
      traceparent: `00-${trace}-${'c'.repeat(16)}-01`,
      'x-correlation-id': 'case-7',
      'x-causation-id': 'event-3',
    }).expect(201);
    expect(spans).toMatchObject([
      {
        name: 'artifact.create',
        traceId: trace,
        parentSpanId: 'c'.repeat(16),
        attributes: {
          'backstage.plugin.id': 'transformation',
          'tenant.id': 'demo',
          'artifact.id': 'plan',
          'artifact.command': 'create',
          'artifact.command.id': given.commandId,
          'artifact.outcome': 'done',
          'artifact.sequence': 1,
        },
        failed: false,
      },
    ]);
    expect(await store.changes('demo', 0, 10)).toMatchObject([
      {
        tenant: 'demo',
        commandId: given.commandId,
        correlationId: 'case-7',
        causationId: 'event-3',
        traceparent: `00-${trace}-${spans[0].spanId}-01`,
      },
    ]);
    expect(logged(logger)).toEqual([
      [
        'create: done',
        {
          trace_id: trace,
          tenant_id: 'demo',
          artifact: 'tenants/demo/artifacts/plan',
          command_id: given.commandId,
          sequence: 1,
          duration_ms: expect.any(Number),
        },
      ],
    ]);
  });

  it('names the command as cause where the caller names none, and refuses ids that are none', async () => {
    const { store, post } = await make();
    const given = creation('Plan');
    await post('/artifacts', given, { traceparent: 'nonsense' }).expect(201);
    expect(await store.changes('demo', 0, 10)).toMatchObject([
      { correlationId: given.commandId, causationId: given.commandId },
    ]);
    const refused = await post('/artifacts', creation('Other'), {
      'x-correlation-id': 'a b',
    });
    expect([refused.status, refused.body.detail]).toEqual([
      400,
      expect.stringContaining('x-correlation-id: must be'),
    ]);
  });

  it('counts commands by type and outcome, conflicts, snapshots, and how far consumers are behind', async () => {
    const { store, measured } = await make();
    const given = creation('Plan', 'x0');
    await store.create(ada, given);
    for (let n = 1; n < 100; n++) {
      await store.change(ada, 'plan', changeTo(n, `x${n}`));
    }
    await store.create(ada, given);
    const stale = changeTo(1, 'late');
    await expect(store.change(ada, 'plan', stale)).rejects.toThrow();
    const absent = changeTo(1, 'x');
    await expect(store.change(ada, 'never', absent)).rejects.toThrow();
    await expect(
      store.change(ada, 'plan', changeTo(100, 'bad')),
    ).rejects.toThrow('bad content');
    await store.changes('demo', 0, 1);
    await store.changes('demo', 100, 1);

    const count = (command: string, outcome: string) =>
      measured['transformation.commands'].filter(
        ([, attributes]) =>
          JSON.stringify(attributes) === JSON.stringify({ command, outcome }),
      ).length;
    expect([
      count('create', 'done'),
      count('change', 'done'),
      count('change', 'conflict'),
      count('change', 'refused'),
      count('change', 'failed'),
    ]).toEqual([2, 99, 1, 1, 1]);
    expect(measured['transformation.conflicts']).toEqual([
      [1, { command: 'change' }],
    ]);
    expect(measured['transformation.snapshots']).toEqual([[1, undefined]]);
    expect(measured['transformation.command.duration']).toHaveLength(104);
    const [[seconds]] = measured['transformation.outbox.lag'];
    expect(measured['transformation.outbox.lag']).toHaveLength(1);
    expect(seconds).toBeGreaterThan(0);
    const failed = spans.filter(span => span.failed);
    expect(failed.map(span => span.attributes['artifact.outcome'])).toEqual([
      'conflict',
      'refused',
      'failed',
    ]);
  });
});
