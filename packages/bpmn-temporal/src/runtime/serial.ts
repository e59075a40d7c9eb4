/**
 * One event of the history at a time.
 *
 * The SDK resolves everything that arrived in one workflow task before any of the code that waits goes on. Whether a
 * job or the timer on its boundary came first would then be decided by the length of promise chains. Here each event
 * is delivered only when the effects of the one before have come to rest, so that the order of the history decides.
 */
const queue: (() => void)[] = [];
const atRest: (() => void)[] = [];
let busy = false;
let steps = 0;

/** Turns of the microtask queue without a step of the process after which its effects count as settled. */
const quietTurns = 48;

/** To be called whenever a token moves. */
export function step(): void {
  steps += 1;
}

/** Runs the effect of one event: at once if nothing is under way, else in its turn. */
export function deliver(effect: () => void): void {
  if (busy) {
    queue.push(effect);
    return;
  }
  busy = true;
  effect();
  void drain();
}

async function drain(): Promise<void> {
  for (;;) {
    await rest();
    const effect = queue.shift();
    if (effect === undefined) break;
    effect();
  }
  busy = false;
  for (const look of atRest) look();
}

/** Calls back whenever everything that has arrived was dealt with. */
export function whenAtRest(look: () => void): void {
  atRest.push(look);
}

async function rest(): Promise<void> {
  let seen = -1;
  while (seen !== steps) {
    seen = steps;
    for (let turn = 0; turn < quietTurns; turn += 1) await undefined;
  }
}
