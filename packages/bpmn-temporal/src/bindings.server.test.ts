import { compile } from './compile';
import type { ProcessState } from './runtime/state';
import { message, sketches } from './__testUtils__/drawing';
import { startTestServer, until } from './__testUtils__/server';
import type { TestServer } from './__testUtils__/server';

jest.setTimeout(180_000);

const call = (id: string, processId: string, binding: string) =>
  `<bpmn:callActivity id="${id}"><bpmn:extensionElements><zeebe:calledElement processId="${processId}" ${binding} /><zeebe:ioMapping><zeebe:output source="=answer" target="${id}" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:callActivity>`;
const tagOf = (tag: string) =>
  `<bpmn:extensionElements><zeebe:versionTag value="${tag}" /></bpmn:extensionElements>`;
const answers = (value: string, tag = '') =>
  `${tag}\nstart s\nscript c answer =${value}\nend e\ns -> c -> e`;

/** One project in two builds, which differ in what the called processes answer and in the tag. */
const build = (nth: number) => ({
  called: answers(String(nth)),
  tagged: answers(`&quot;tagged ${nth}&quot;`, tagOf(`v${nth}`)),
  caller: `start s\ncatch w go\n${call('newest', 'called', '')}\n${call(
    'own',
    'called',
    'bindingType="deployment"',
  )}\nend e\ns -> w\nw -> newest\nnewest -> own\nown -> e`,
});

/** Another project, which calls what is not in its drawing. */
const calling = (processId: string, binding = '') =>
  `start s\n${call(
    'there',
    processId,
    binding,
  )}\nend e\ns -> there\nthere -> e`;
const outside = {
  foreign: calling('called'),
  later: calling('added'),
  byTag: calling('tagged', 'bindingType="versionTag" versionTag="v1"'),
  noTag: calling('tagged', 'bindingType="versionTag" versionTag="v3"'),
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function serve(
  name: string,
  processes: Record<string, string>,
  buildId?: string,
): Promise<void> {
  const source = sketches(processes, message('go'));
  const { files, diagnostics } = await compile(source, { name });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  await server.worker(
    server.project(files),
    buildId === undefined
      ? {}
      : {
          TEMPORAL_DEPLOYMENT_NAME: name,
          TEMPORAL_WORKER_BUILD_ID: buildId,
          TEMPORAL_SET_CURRENT: 'true',
        },
  );
}

const begin = (type: string, workflowId: string, taskQueue = 'outside') =>
  server.client.workflow.start(type, { workflowId, taskQueue, args: [{}] });

async function runsOf(workflowId: string): Promise<number> {
  return (await server.list(`WorkflowId="${workflowId}"`)).length;
}

const incidentOf = async (workflowId: string) => {
  const { incidents } = await until(
    () =>
      server.client.workflow.getHandle(workflowId).query<ProcessState>('state'),
    state => state.incidents.length > 0,
  );
  return incidents[0];
};

it('calls the newest build, or that of the caller, in an instance that stays with an old one', async () => {
  await serve('versions', build(1), '1');
  const old = await begin('caller', 'old', 'versions');
  await until(
    () => old.query<ProcessState>('state'),
    ({ subscriptions }) => subscriptions.length > 0,
  );
  await serve('versions', build(2), '2');
  await old.signal('message', { name: 'go', correlationKey: 'k' });
  expect(await old.result()).toMatchObject({ newest: 2, own: 1 });
  const calls = await Promise.all(
    ['newest', 'own'].map(id => runsOf(`old/caller.${id}`)),
  );
  expect(calls).toEqual([2, 1]);

  const young = await begin('caller', 'young', 'versions');
  await young.signal('message', { name: 'go', correlationKey: 'k' });
  expect(await young.result()).toMatchObject({ newest: 2, own: 2 });
  expect(await runsOf('young/caller.newest')).toBe(1);
});

it('calls a process of another project, once it is deployed', async () => {
  await serve('outside', outside);
  const foreign = await begin('foreign', 'foreign');
  expect(await foreign.result()).toMatchObject({ there: 2 });

  const later = await begin('later', 'later');
  const incident = await incidentOf('later');
  expect(incident).toMatchObject({
    elementId: 'later.there',
    message: expect.stringMatching(/No deployed project has a process added/),
  });
  await serve('more', { added: answers('"at last"'.replace(/"/g, '&quot;')) });
  await later.executeUpdate('resolveIncident', {
    args: [{ key: incident?.key }],
  });
  expect(await later.result()).toMatchObject({ there: 'at last' });
});

it('calls the version with the tag, though a newer one has another', async () => {
  const byTag = await begin('byTag', 'byTag');
  expect(await byTag.result()).toMatchObject({ there: 'tagged 1' });
  await begin('noTag', 'noTag');
  expect(await incidentOf('noTag')).toMatchObject({
    message: expect.stringContaining('tagged with the version tag v3'),
  });
});
