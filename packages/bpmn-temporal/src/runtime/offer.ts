import {
  ApplicationFailure,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
} from '@temporalio/workflow';
import { escalate, escalationSignal } from './escalation';
import type { Escalated } from './escalation';
import { isAwaited, publish } from './inbox';
import type { Inbox } from './inbox';
import { mustBeOpen } from './must-be-open';
import { offerIncidents } from './offer-incidents';
import { offerUserTasks } from './offer-user-tasks';
import { toVariables } from './json';
import type { Scope } from './scope';
import { deliver } from './serial';
import { receiveSignal } from './signal';
import type {
  ActivityChoice,
  Message,
  ProcessState,
  SignalMessage,
} from './state';

export const stateQuery = defineQuery<ProcessState>('state');
export const messageSignal = defineSignal<[Message]>('message');
const escalationCall = defineSignal<[Escalated]>(escalationSignal);
/** A message for which the instance waits just now; refused, and nothing is left of it, where it does not. */
export const deliverMessageUpdate = defineUpdate<void, [Message]>(
  'deliverMessage',
);
export const signalSignal = defineSignal<[SignalMessage]>('signal');
export const activateActivitiesUpdate = defineUpdate<void, [ActivityChoice]>(
  'activateActivities',
);

/** Lets the instance be watched from outside. */
export function offerState(root: Scope): void {
  setHandler(stateQuery, () => stateOf(root));
}

/** Lets the instance be moved on from outside. */
export function offer(root: Scope): void {
  const { instance } = root;
  const { inbox } = instance;
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
  offerUserTasks(instance);
  offerIncidents(root);
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
