import { setTimeout as sleep } from 'node:timers/promises';
import type {
  InstanceDetail,
  ProcessState,
} from '../../plugins/transformation-common/src';
import type { Person } from '../factory/person';
import { Problem } from '../factory/problem';
import type { Answers } from './arguments';

/** Time without anything happening after which an instance counts as stuck, in milliseconds. */
const PATIENCE_MS = 90_000;

/** An element's type, as `boundaryEvent`, by its id. */
export type TypeOf = (elementId: string) => string | undefined;

/**
 * Decides user tasks and sends messages until the instance has ended.
 *
 * @throws Problem that says what it waits for, or why it failed
 */
export async function operate(
  person: Person,
  id: string,
  answers: Answers,
  typeOf: TypeOf,
): Promise<InstanceDetail> {
  const published = new Set<string>();
  let seen = '';
  let quietSince = Date.now();
  for (;;) {
    const instance = await person.api.getInstance(id);
    if (instance.status === 'completed') return instance;
    if (instance.status !== 'running') {
      throw new Problem(
        `The instance is ${instance.status}${
          instance.failure ? `: ${instance.failure}` : ''
        }`,
      );
    }
    const { state } = instance;
    if (state?.incidents.length) {
      throw new Problem(
        `Incident at ${state.incidents
          .map(({ elementId, message }) => `${elementId}: ${message}`)
          .join('; ')}`,
      );
    }
    const did =
      state && (await answerOne(person, id, state, answers, typeOf, published));
    const standing = JSON.stringify([
      state?.tokens,
      state?.path.length,
      instance.stateProblem,
    ]);
    if (did || standing !== seen) {
      seen = standing;
      quietSince = Date.now();
    } else if (Date.now() - quietSince > PATIENCE_MS) {
      throw new Problem(
        `Nothing has happened for ${PATIENCE_MS / 1000} s; it waits at ${
          state?.tokens.map(({ elementId }) => elementId).join(', ') ||
          instance.stateProblem
        }`,
      );
    }
    if (!did) await sleep(150);
  }
}

/** Does one thing that the instance waits for: a message that was given an answer, a user task, any other message. */
async function answerOne(
  { api }: Person,
  id: string,
  state: ProcessState,
  answers: Answers,
  typeOf: TypeOf,
  published: Set<string>,
): Promise<boolean> {
  const publish = async (
    subscription: ProcessState['subscriptions'][number],
  ) => {
    const { messageName: name, correlationKey, elementId } = subscription;
    published.add(elementId);
    await api.publishMessage(id, {
      name,
      correlationKey,
      variables: answers[name] ?? {},
    });
    return true;
  };
  // a boundary event that does not interrupt would subscribe again for ever
  const boundary = state.subscriptions.filter(
    ({ elementId }) => typeOf(elementId) === 'boundaryEvent',
  );
  const wanted = boundary.find(
    ({ elementId, messageName }) =>
      messageName in answers && !published.has(elementId),
  );
  if (wanted) return publish(wanted);
  const [task] = state.userTasks;
  if (task) {
    await api.completeUserTask(id, task.key, answers[task.elementId] ?? {});
    return true;
  }
  const [awaited] = state.subscriptions.filter(
    found => !boundary.includes(found),
  );
  return awaited ? publish(awaited) : false;
}
