import { isCancellation } from '@temporalio/workflow';
import { deliver } from './serial';

/**
 * The end of a command, in the order of the history: whoever waits is told when the effects of what came before have
 * come to rest. A cancellation is an effect itself, and is told at once.
 *
 * What is answered is no whole promise, but has its `then`: the SDK takes a stack trace of each promise.
 */
export function inOrder<T>(completion: Promise<T>): Promise<T> {
  const awaited: PromiseLike<T> = {
    then<R1 = T, R2 = never>(
      resolved?: ((value: T) => R1 | PromiseLike<R1>) | null,
      failed?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
    ) {
      const fail = failed ?? rethrow;
      return completion.then(
        value => inTurn(() => (resolved ? resolved(value) : (value as never))),
        (error: unknown) =>
          isCancellation(error) ? fail(error) : inTurn(() => fail(error)),
      );
    },
  };
  return awaited as Promise<T>;
}

function inTurn<T>(effect: () => T | PromiseLike<T>): PromiseLike<T> {
  const awaited = {
    then: (
      resolve: (value: T | PromiseLike<T>) => void,
      reject: (error: unknown) => void,
    ) =>
      deliver(() => {
        try {
          resolve(effect());
        } catch (error) {
          reject(error);
        }
      }),
  };
  return awaited as PromiseLike<T>;
}

function rethrow(error: unknown): never {
  throw error;
}
