import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export type Outcome<A> =
  | { kind: 'answer'; answer: A }
  | { kind: 'timeout' }
  | { kind: 'died'; reason: string };

/** Does tasks in processes of their own, some at a time; one that takes too long is ended with its process. */
export async function runAll<T extends object, A>(
  tasks: readonly T[],
  { parallel, limitMs }: { parallel: number; limitMs: number },
  done: (task: T, outcome: Outcome<A>) => void,
): Promise<void> {
  const open = tasks.values();
  const lane = async () => {
    let child: ChildProcess | undefined;
    for (const task of open) {
      child ??= fork(join(__dirname, 'worker.ts'), { stdio: 'inherit' });
      const outcome = await ask<A>(child, task, limitMs);
      if (outcome.kind !== 'answer') {
        child.kill('SIGKILL');
        child = undefined;
      }
      done(task, outcome);
    }
    child?.kill();
  };
  await Promise.all(Array.from({ length: parallel }, lane));
}

function ask<A>(
  child: ChildProcess,
  task: object,
  limitMs: number,
): Promise<Outcome<A>> {
  return new Promise(resolve => {
    const listen = (settle: (outcome: Outcome<A>) => void) => {
      // the loader of TypeScript sends messages of its own: what it has read
      child.on('message', (message: { answer?: A }) => {
        if (message.answer !== undefined)
          settle({ kind: 'answer', answer: message.answer });
      });
      child.once('exit', (code, signal) =>
        settle({
          kind: 'died',
          reason: `the process ended: ${signal ?? code}`,
        }),
      );
      child.once('error', ({ message }) =>
        settle({ kind: 'died', reason: message }),
      );
    };
    const timer = setTimeout(() => finish({ kind: 'timeout' }), limitMs);
    function finish(outcome: Outcome<A>) {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    }
    listen(finish);
    child.send(task);
  });
}
