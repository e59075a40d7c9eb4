import type { Client } from '@temporalio/client';
import { compile } from './compile';
import { publishMessage } from './platform/publish';
import { messageMark, openAttribute } from './runtime/marks';
import { message, sketches } from './__testUtils__/drawing';
import { definitionsFor } from './__testUtils__/sketch-lines';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(120_000);

const processes = {
  catches: 'start s\ncatch c news\nend e\ns -> c\nc -> e',
  begins: 'start s message Begin\nend e\ns -> e',
};

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await startTestServer();
  client = server.client;
  const source = sketches(
    processes,
    `${message('news', '=key')}${definitionsFor('message Begin')}`,
  );
  const { files, diagnostics } = await compile(source, { name: 'messages' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(
    server.project(files, {
      // The worker dies, so to say, each time once: between handing over and telling the correlator, or before.
      'src/options.ts': `import { activityInfo } from '@temporalio/activity';
        import type { WorkerOptions } from '@temporalio/worker';
        export const dataConverter = undefined;
        export const options: Partial<WorkerOptions> = { interceptors: { activity: [() => ({ inbound: {
          async execute(input, next) {
            const { activityType, attempt } = activityInfo();
            const dies = activityType === 'handOver' && attempt === 1;
            const [message] = input.args as [{ correlationKey?: string }];
            if (dies && message.correlationKey === 'soon') throw new Error('too soon');
            const answer = await next(input);
            if (dies) throw new Error('too late');
            return answer;
          } } })] } };`,
    }),
  );
});
afterAll(() => server.close());

/** Publishes, and waits until the correlator has done with the message, which it does not remember. */
async function publish(name: string, correlationKey: string): Promise<void> {
  const published = { name, correlationKey, variables: { told: name } };
  await publishMessage(client, published, 'messages');
  await client.workflow
    .getHandle(`bpmn-message/${name}/${correlationKey}`)
    .result();
}

it('hands a message to one of two who wait, though the activity is done twice', async () => {
  for (const workflowId of ['first', 'second'])
    await client.workflow.start('catches', {
      workflowId,
      taskQueue: 'messages',
      args: [{ key: 'k' }],
    });
  const mark = messageMark('news', 'k');
  const waiting = `ExecutionStatus="Running" AND ${openAttribute}="${mark}"`;
  await until(
    () => server.list(waiting),
    ids => ids.length === 2,
  );
  await publish('news', 'k');
  expect(await client.workflow.getHandle('first').result()).toMatchObject({
    told: 'news',
  });
  expect(await server.list(waiting)).toEqual(['second']);
  await publish('news', 'k');
  await client.workflow.getHandle('second').result();
});

it('starts one instance, even if that has ended when it is tried again', async () => {
  await publish('Begin', 'k');
  const begun = () => server.list('WorkflowType="begins"');
  await until(begun, ids => ids.length > 0);
  expect(await begun()).toEqual(['begins/k']);
  await publish('Begin', 'k');
  await until(begun, ids => ids.length > 1);
  expect(await begun()).toEqual(['begins/k', 'begins/k']);
});

it('starts an instance when it is tried again, where none was started', async () => {
  await publish('Begin', 'soon');
  await server.client.workflow.getHandle('begins/soon').result();
});
