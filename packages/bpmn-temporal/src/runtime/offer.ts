import {
  ApplicationFailure,
  defineQuery,
  defineSignal,
  defineUpdate,
  log,
  setHandler,
} from '@temporalio/workflow';
import { escalate, escalationSignal } from './escalation';
import type { Escalated } from './escalation';
import { isAwaited, publish } from './inbox';
import type { Inbox } from './inbox';
import type { Open } from './instance';
import { toVariables } from './json';
import type { JsonObject } from './json';
import type { Scope } from './scope';
import { deliver } from './serial';
import { receiveSignal } from './signal';
import type {
  ActivityChoice,
  IncidentResolution,
  Message,
  ProcessState,
  SignalMessage,
  UserTaskCompletion,
} from './state';

export const stateQuery = defineQuery<ProcessState>('state');
export const messageSignal = defineSignal<[Message]>('message');
const escalationCall = defineSignal<[Escalated]>(escalationSignal);
/** A message for which the instance waits just now; refused, and nothing is left of it, where it does not. */
export const deliverMessageUpdate = defineUpdate<void, [Message]>(
  'deliverMessage',
);
export const signalSignal = defineSignal<[SignalMessage]>('signal');
export const completeUserTaskUpdate = defineUpdate<void, [UserTaskCompletion]>(
  'completeUserTask',
);
export const activateActivitiesUpdate = defineUpdate<void, [ActivityChoice]>(
  'activateActivities',
);
export const resolveIncidentUpdate = defineUpdate<void, [IncidentResolution]>(
  'resolveIncident',
);

/** Lets the instance be watched and moved on from outside. */
export function offer(root: Scope): void {
  const { instance } = root;
  const { userTasks, incidents, inbox } = instance;
  setHandler(stateQuery, () => stateOf(root));
  setHandler(messageSignal, message => deliver(() => publish(inbox, message)));
  setHandler(
    deliverMessageUpdate,
    message =>
      new Promise<void>(resolve => {
        deliver(() => {
          publish(inbox, message);
          resolve();
        });
      }),
    { validator: message => mustBeAwaited(inbox, message) },
  );
  setHandler(signalSignal, ({ name, variables }) =>
    deliver(() => receiveSignal(instance, name, toVariables(variables))),
  );
  setHandler(escalationCall, ({ from, code, variables }) =>
    deliver(() => {
      const call = instance.calls.get(from);
      if (call) void escalate(call, code, variables);
    }),
  );
  setHandler(
    activateActivitiesUpdate,
    ({ key, elementIds }) =>
      new Promise<void>((resolve, reject) => {
        deliver(() => {
          try {
            instance.adHocs.get(key)?.activate(elementIds);
            resolve();
          } catch (error) {
            reject(ApplicationFailure.nonRetryable(String(error), 'NotOpen'));
          }
        });
      }),
    {
      validator: ({ key }) =>
        mustBeOpen(instance.adHocs, 'ad-hoc subprocess', key),
    },
  );
  setHandler(
    completeUserTaskUpdate,
    ({ key, variables, by }) => {
      log.info('User task completed', { key, by });
      return answer(userTasks, 'user task', key, variables);
    },
    { validator: ({ key }) => mustBeOpen(userTasks, 'user task', key) },
  );
  setHandler(
    resolveIncidentUpdate,
    ({ key, variables }) => answer(incidents, 'incident', key, variables),
    { validator: ({ key }) => mustBeOpen(incidents, 'incident', key) },
  );
}

function stateOf(root: Scope): ProcessState {
  const { instance, variables } = root;
  return {
    processId: instance.processId,
    variables,
    tokens: [...instance.tokens],
    userTasks: [...instance.userTasks.values()].map(open => open.state),
    subscriptions: [...instance.inbox.subscriptions].map(
      ({ elementId, messageName, correlationKey }) => ({
        elementId,
        messageName,
        correlationKey,
      }),
    ),
    signals: [...instance.signals].map(({ elementId, signalName }) => ({
      elementId,
      signalName,
    })),
    incidents: [...instance.incidents.values()].map(open => open.state),
    adHoc: [...instance.adHocs.values()].map(open => open.state),
    path: instance.path,
    ...(instance.over && instance.lastEnd ? { ended: instance.lastEnd } : {}),
  };
}

function mustBeAwaited(inbox: Inbox, message: Message): void {
  if (isAwaited(inbox, message)) return;
  throw ApplicationFailure.nonRetryable(
    `Nothing waits for the message ${JSON.stringify(message.name)}`,
    'NotOpen',
  );
}

function mustBeOpen(
  open: ReadonlyMap<string, unknown>,
  what: string,
  key: string,
): void {
  if (open.has(key)) return;
  const keys = [...open.keys()].join(', ') || 'none';
  throw ApplicationFailure.nonRetryable(
    `There is no open ${what} ${JSON.stringify(
      key,
    )}: it is unknown or already done. Open: ${keys}`,
    'NotOpen',
  );
}

/** Takes it off the list at once, so that a second answer is refused, and hands it over when its turn has come. */
function answer<State>(
  open: Map<string, Open<State>>,
  what: string,
  key: string,
  variables: JsonObject | undefined,
): Promise<void> {
  const task = open.get(key);
  open.delete(key);
  return new Promise<void>((resolve, reject) => {
    deliver(() => {
      if (task?.answer(toVariables(variables))) resolve();
      else
        reject(
          ApplicationFailure.nonRetryable(
            `The ${what} ${JSON.stringify(key)} was interrupted before`,
            'NotOpen',
          ),
        );
    });
  });
}
