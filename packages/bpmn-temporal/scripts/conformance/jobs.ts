import { ApplicationFailure, Context } from '@temporalio/activity';
import type { Lane } from './lane';
import { publishMessage } from '../../src/platform/publish';
import { newTrace, sleep } from './trace';
import type { Trace } from './trace';

type Variables = Record<string, unknown>;
type Headers = Record<string, string | undefined>;
type Job = (
  trace: Trace,
  headers: Headers,
  input: Variables,
) => Promise<Variables> | Variables;

const simple: Record<string, Job> = {
  noop: () => ({}),
  log: (trace, { token }) => log(trace, token),
  increment: (trace, { token, variable = '' }, input) => {
    log(trace, token);
    return { [variable]: Number(input[variable] ?? 0) + 1 };
  },
  'set-data': (_trace, { variable = '', value }) => ({ [variable]: value }),
  'log-data': (trace, { token, variable = '' }, input) =>
    log(trace, `${token}=${input[variable] ?? 'null'}`),
  'throw-error': (_trace, { errorCode }) => {
    throw ApplicationFailure.nonRetryable('thrown by the case', errorCode);
  },
  wait: async (_trace, { ms }) => {
    await sleep(Number(ms));
    return {};
  },
  overlap: async (trace, { ms, token }) => {
    const { workflowId } = Context.current().info.workflowExecution ?? {
      workflowId: '',
    };
    const others = trace.overlapping.get(workflowId) ?? new Set();
    trace.overlapping.set(workflowId, others);
    const me = { others: others.size > 0 };
    for (const other of others) other.others = true;
    others.add(me);
    await sleep(Number(ms));
    others.delete(me);
    return me.others ? log(trace, token) : {};
  },
};

/** How long a message is kept that nobody waits for. */
const keptMs = 5000;

/** The nine job types of a suite's models, as activities of the lane's worker. */
export function jobs(
  lane: Lane,
): Record<string, (...args: never[]) => Promise<unknown>> {
  const publish: Job = async (_trace, headers, input) => {
    const { messageName = '', correlationVariable } = headers;
    const message = {
      name: messageName,
      ttl: keptMs,
      ...(correlationVariable === undefined
        ? {}
        : { correlationKey: String(input[correlationVariable]) }),
    };
    await publishMessage(lane.client, message, lane.taskQueue);
    return {};
  };
  const all = { ...simple, 'publish-message': publish };
  return Object.fromEntries(
    Object.entries(all).map(([type, job]) => [type, activity(lane, job)]),
  );
}

/** Counts the job as running, in the trace of the case that it began in. */
function activity(lane: Lane, job: Job) {
  return async (
    input: Variables,
    { headers = {} }: { headers?: Headers } = {},
  ): Promise<Variables> => {
    const trace = lane.trace ?? newTrace();
    trace.running += 1;
    trace.changed = Date.now();
    try {
      return await job(trace, headers, input ?? {});
    } finally {
      trace.running -= 1;
      trace.changed = Date.now();
    }
  };
}

function log(trace: Trace, token: string | undefined): Variables {
  if (token !== undefined) trace.tokens.push(token);
  return {};
}
