import type { WorkflowHandle } from '@temporalio/client';
import { compile } from '../compile';
import { publishMessage } from '../platform/publish';
import type { ProcessState } from '../runtime/state';
import { message, sketches } from '../__testUtils__/drawing';
import { definitionsFor } from '../__testUtils__/sketch-lines';
import { startTestServer, until } from '../__testUtils__/server';
import type { TestServer } from '../__testUtils__/server';
import { cases } from './cases';
import type { Case } from './case';

jest.setTimeout(120_000);

let server: TestServer;
const handles = new Map<string, WorkflowHandle>();
let types: Map<string, string>;

beforeAll(async () => {
  server = await startTestServer();
  const beside = `${message(
    'never',
  )}<bpmn:error id="E" errorCode="CODE" />${definitionsFor(
    Object.values(cases)
      .map(({ process }) => process)
      .join('\n'),
  )}`;
  const source = sketches(
    Object.fromEntries(
      Object.entries(cases).map(([id, { process }]) => [id, process]),
    ),
    beside,
  );
  const { files, diagnostics, processes } = await compile(source, {
    name: 'elements',
  });
  // some of them are warned of on purpose: a join that waits for ever, a loop without a wait
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  types = new Map(
    processes.map(({ processId, workflowType }) => [processId, workflowType]),
  );
  const activities =
    files.find(({ path }) => path === 'src/activities.ts')?.content ?? '';
  const folder = server.project(files, {
    'src/activities.ts': `${activities.replace(
      /return defaults\.fail;/,
      "throw bpmnError('CODE', 'no stock', { why: 'no stock' });",
    )}
      import { bpmnError } from './runtime/bpmn-error.gen.ts';`,
  });
  await server.worker(folder);
  for (const [id, { variables = {} }] of Object.entries(cases))
    handles.set(
      id,
      await server.client.workflow.start(types.get(id) ?? id, {
        workflowId: id,
        taskQueue: 'elements',
        args: [variables],
      }),
    );
});
afterAll(() => server.close());

describe('suite', () => {
  it.each(Object.keys(cases))('%s', async id => {
    const {
      path,
      elements,
      ended,
      fails,
      result,
      waits,
      message: told,
    } = cases[id] as Case;
    const handle = handles.get(id) as WorkflowHandle;
    const plain = (name: string) => name.replace(`${id}.`, '');
    const state = () => handle.query<ProcessState>('state');
    if (told) {
      await until(state, ({ subscriptions }) => subscriptions.length > 0);
      const published = { name: told, correlationKey: 'k' };
      await publishMessage(server.client, published, 'elements');
    }
    if (fails)
      await expect(handle.result()).rejects.toMatchObject({
        cause: { type: fails },
      });
    else if (waits) {
      const { tokens } = await until(state, open =>
        open.tokens.some(token => token.elementId === `${id}.${waits}`),
      );
      expect(tokens.map(token => plain(token.elementId))).toEqual([waits]);
      await handle.terminate();
      return;
    } else {
      const variables = await handle.result();
      if (result) expect(variables).toMatchObject(result);
    }
    const last = await state();
    expect(last.tokens).toEqual([]);
    if (path) expect(last.path.map(plain).join(' ')).toBe(path);
    if (elements) expect(last.path.map(plain).sort().join(' ')).toBe(elements);
    if (ended) expect(plain(last.ended ?? '')).toBe(ended);
  });
});
