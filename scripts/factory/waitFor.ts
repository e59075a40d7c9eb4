import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem';

/**
 * Asks again until there is an answer.
 *
 * @param check - undefined, or a rejection, means: not yet
 * @throws Problem with the last rejection when the time is over
 */
export async function waitFor<T>(
  what: string,
  check: () => Promise<T | undefined>,
  { seconds, everyMs = 200 }: { seconds: number; everyMs?: number },
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const answer = await check();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (error instanceof Problem) throw error;
      last = error;
    }
    if (Date.now() > end) {
      const reason = last instanceof Error ? ` (${last.message})` : '';
      throw new Problem(`${what} did not happen within ${seconds} s${reason}`);
    }
    await sleep(everyMs);
  }
}
