import { setTimeout as sleep } from 'node:timers/promises';

const MOST_MS = 20_000;

/** Asks until there is an answer: what Temporal lists follows what has happened a moment later. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + MOST_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await sleep(50);
  }
}

/** The context of a request, made once for it. */
export const newContext = () => ({ requestId: crypto.randomUUID() });
