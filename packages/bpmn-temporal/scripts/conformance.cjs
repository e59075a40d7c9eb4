// Runs the execution cases of a conformance suite (see its README) on a dev server and prints a JSON report.
//   node scripts/conformance.cjs SUITE_FOLDER [--only part-of-id]
// TEMPORAL_CLI_PATH names the Temporal CLI; without it the SDK downloads one.
require('@backstage/cli/config/nodeTransform.cjs');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { TestWorkflowEnvironment } = require('@temporalio/testing');
const { Worker, Runtime, DefaultLogger } = require('@temporalio/worker');
const { ApplicationFailure, Context } = require('@temporalio/activity');
const { compile } = require('../src/index.ts');

const [, , suite, flag, only] = process.argv;
const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
const taskQueue = 'conformance';
const runs = new Map(); // workflow id → run of a case

main().then(
  report => {
    console.log(JSON.stringify(report, null, 2));
    process.exit(report.failed.length ? 1 : 0);
  },
  error => {
    console.error(error);
    process.exit(2);
  },
);

async function main() {
  const { cases: listed } = {
    cases: JSON.parse(fs.readFileSync(path.join(suite, 'cases.json'), 'utf8')),
  };
  const cases = (Array.isArray(listed) ? listed : listed.cases).filter(
    entry => flag !== '--only' || entry.id.includes(only),
  );
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
  fs.symlinkSync(
    path.resolve(__dirname, '../../../node_modules'),
    path.join(root, 'node_modules'),
  );
  fs.writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
  const files = new Map();
  let index = '';
  for (const { file } of cases) {
    if (files.has(file)) continue;
    const n = `c${files.size}`;
    const result = await compile(
      fs.readFileSync(path.join(suite, file), 'utf8'),
      { name: 'conformance' },
    );
    files.set(file, { n, result });
    if (!result.files.length) continue;
    for (const generated of result.files) {
      if (!generated.path.startsWith('src/')) continue;
      const shared = generated.path.startsWith('src/runtime/');
      const target = path.join(
        root,
        shared ? generated.path : generated.path.replace('src/', `src/${n}/`),
      );
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, generated.content);
    }
    fs.symlinkSync('../runtime', path.join(root, 'src', n, 'runtime'));
    for (const generated of result.files.filter(({ path: at }) =>
      at.endsWith('.workflow.gen.ts'),
    )) {
      const type = /export async function (\w+)/.exec(generated.content)[1];
      index += `export { ${type} as ${n}_${type} } from './${n}/${path.basename(
        generated.path,
      )}';\n`;
    }
  }
  const report = {
    attempted: 0,
    passed: 0,
    contested: 0,
    contestedPassed: 0,
    failed: [],
    refused: [],
  };
  if (!index) return report;
  fs.writeFileSync(path.join(root, 'src/workflows.ts'), index);

  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const executable = process.env.TEMPORAL_CLI_PATH;
  const env = await TestWorkflowEnvironment.createLocal({
    server: executable
      ? { executable: { type: 'existing-path', path: executable } }
      : {},
  });
  try {
    await runCases(env, root, cases, files, report);
  } finally {
    await env.teardown();
    fs.rmSync(root, { recursive: true });
  }
  report.failed.sort((a, b) => (a.id < b.id ? -1 : 1));
  report.refused.sort((a, b) => (a.id < b.id ? -1 : 1));
  return report;
}

async function runCases(env, root, cases, files, report) {
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    workflowsPath: path.join(root, 'src/workflows.ts'),
    interceptors: {
      workflowModules: [path.join(root, 'src/runtime/interceptors.gen.ts')],
    },
    activities: jobs(env.client),
    maxCachedWorkflows: 200,
  });
  await worker.runUntil(async () => {
    const queue = [...cases];
    const lane = async () => {
      for (let entry = queue.shift(); entry; entry = queue.shift()) {
        const { n, result } = files.get(entry.file);
        if (!result.files.length) {
          const errors = result.diagnostics.filter(
            ({ severity }) => severity === 'error',
          );
          if (entry.expect.outcome !== 'rejected') {
            report.refused.push({
              id: entry.id,
              codes: [...new Set(errors.map(({ code }) => code))].join(' '),
            });
            continue;
          }
          judge(report, entry, { trace: [], outcome: 'rejected' });
          continue;
        }
        judge(report, entry, await execute(env.client, entry, n, result));
      }
    };
    await Promise.all(Array.from({ length: 16 }, lane));
  });
}

function judge(report, entry, actual) {
  const matches = ({ trace, outcome, errorCode }) =>
    JSON.stringify([...trace].sort()) ===
      JSON.stringify([...actual.trace].sort()) &&
    outcome === actual.outcome &&
    (errorCode === undefined ||
      actual.errorCode === undefined ||
      errorCode === actual.errorCode);
  if (entry.contested) {
    const allowed = entry.contested.standard;
    if (!allowed) return;
    report.contested += 1;
    if (allowed.some(matches)) report.contestedPassed += 1;
    return;
  }
  report.attempted += 1;
  if (
    [
      entry.expect,
      ...(entry.expect.alsoAccept ?? []),
      ...(entry.alsoAccept ?? []),
    ].some(matches)
  )
    report.passed += 1;
  else report.failed.push({ id: entry.id, expect: entry.expect, actual });
}

async function execute(client, entry, n, result) {
  const run = {
    entry,
    n,
    result,
    trace: [],
    overlapping: new Map(),
    handles: [],
    changed: Date.now(),
  };
  for (const processId of entry.start) {
    await start(client, run, processId, entry.variables);
    if (entry.start.length > 1) await sleep(500);
  }
  const quiet = (entry.waitMs ?? 0) + 5000;
  for (;;) {
    await sleep(150);
    const descriptions = await Promise.all(
      run.handles.map(handle => handle.describe()),
    );
    if (descriptions.every(({ status }) => status.name !== 'RUNNING')) break;
    if (Date.now() - run.changed > quiet) break;
  }
  const outcomes = await Promise.all(run.handles.map(outcomeOf));
  const worst = ['failed', 'stuck', 'terminated', 'completed'].find(name =>
    outcomes.some(({ outcome }) => outcome === name),
  );
  const one = outcomes.find(({ outcome }) => outcome === worst);
  for (const handle of run.handles) await handle.terminate().catch(() => {});
  return {
    trace: run.trace,
    outcome: worst,
    ...(one?.errorCode ? { errorCode: one.errorCode } : {}),
    ...(one?.why ? { why: one.why } : {}),
  };
}

async function start(client, run, processId, variables, messageName) {
  const type = run.result.processes.find(
    process => process.processId === processId,
  )?.workflowType;
  const workflowId = `${run.entry.id}/${run.handles.length}`;
  runs.set(workflowId, run);
  const args =
    messageName === undefined
      ? [variables ?? {}]
      : [variables ?? {}, { messageName }];
  run.handles.push(
    await client.workflow.start(`${run.n}_${type}`, {
      workflowId,
      taskQueue,
      args,
    }),
  );
}

async function outcomeOf(handle) {
  const { status } = await handle.describe();
  if (status.name === 'FAILED') {
    const error = await handle.result().catch(reason => reason);
    return { outcome: 'failed', errorCode: error.cause?.type };
  }
  const state = await handle.query('state');
  if (status.name === 'RUNNING') {
    return state.incidents.length
      ? {
          outcome: 'failed',
          why: state.incidents.map(({ message }) => message).join('; '),
        }
      : {
          outcome: 'stuck',
          why: state.tokens.map(({ elementId }) => elementId).join(' '),
        };
  }
  const last = state.path.at(-1) ?? '';
  return {
    outcome:
      /terminat/i.test(last) || (await terminates(handle, last))
        ? 'terminated'
        : 'completed',
  };
}

async function terminates(handle, last) {
  const { result } = runs.get(handle.workflowId);
  const text = result.files
    .filter(({ path: at }) => at.endsWith('.workflow.gen.ts'))
    .map(({ content }) => content)
    .join('');
  return text.includes(`terminateEvent('${last}'`);
}

function jobs(client) {
  const run = () => {
    const found = runs.get(Context.current().info.workflowExecution.workflowId);
    found.changed = Date.now();
    return found;
  };
  const log = token => token !== undefined && run().trace.push(token);
  return {
    noop: async () => ({}),
    log: async (_input, { headers }) => void log(headers.token),
    increment: async (input, { headers }) => {
      log(headers.token);
      return { [headers.variable]: Number(input[headers.variable] ?? 0) + 1 };
    },
    'set-data': async (_input, { headers }) => ({
      [headers.variable]: headers.value,
    }),
    'log-data': async (input, { headers }) =>
      void log(`${headers.token}=${input[headers.variable] ?? 'null'}`),
    'throw-error': async (_input, { headers }) => {
      run();
      throw ApplicationFailure.nonRetryable('BPMN error', headers.errorCode);
    },
    wait: async (_input, { headers }) => {
      run();
      await sleep(Number(headers.ms));
      run();
      return {};
    },
    overlap: async (_input, { headers }) => {
      const { overlapping } = run();
      const me = { others: overlapping.size > 0 };
      for (const other of overlapping.values()) other.others = true;
      overlapping.set(me, me);
      await sleep(Number(headers.ms));
      overlapping.delete(me);
      if (me.others) log(headers.token);
    },
    'publish-message': async (input, { headers }) => {
      const here = run();
      const self = Context.current().info.workflowExecution.workflowId;
      const started = here.result.processes.find(process =>
        process.start.some(event => event.messageName === headers.messageName),
      );
      if (started && headers.correlationVariable === undefined) {
        await start(client, here, started.processId, {}, headers.messageName);
        return {};
      }
      const message = {
        name: headers.messageName,
        correlationKey: input[headers.correlationVariable],
      };
      for (const handle of here.handles)
        if (handle.workflowId !== self)
          await handle.signal('message', message).catch(() => {});
      return {};
    },
  };
}
