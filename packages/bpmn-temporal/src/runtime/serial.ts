import { ofWorkflow } from './of-workflow';

/**
 * One event of the history at a time.
 *
 * The SDK resolves everything that arrived in one workflow task before any of the code that waits goes on. Whether a
 * job or the timer on its boundary came first would then be decided by the length of promise chains. Here each event
 * is delivered only when the effects of the one before have come to rest, so that the order of the history decides.
 */
interface Serial {
  readonly queue: (() => void)[];
  readonly atRest: (() => void)[];
  busy: boolean;
  steps: number;
}
const own = ofWorkflow<Serial>(() => ({
  queue: [],
  atRest: [],
  busy: false,
  steps: 0,
}));

/** Turns of the microtask queue without a step of the process after which its effects count as settled. */
const quietTurns = 48;

/** To be called whenever a token moves. */
export function step(): void {
  own().steps += 1;
}

/** Runs the effect of one event: at once if nothing is under way, else in its turn. */
export function deliver(effect: () => void): void {
  const serial = own();
  if (serial.busy) {
    serial.queue.push(effect);
    return;
  }
  serial.busy = true;
  effect();
  drain(serial);
}

/** Runs the effect before all others that wait for their turn. */
export function deliverNext(effect: () => void): void {
  const { busy, queue } = own();
  if (busy) queue.unshift(effect);
  else deliver(effect);
}

function drain(serial: Serial): void {
  whenQuiet(serial, () => {
    const effect = serial.queue.shift();
    if (effect !== undefined) {
      effect();
      drain(serial);
      return;
    }
    serial.busy = false;
    for (const look of serial.atRest) look();
  });
}

/** Calls back whenever everything that has arrived was dealt with. */
export function whenAtRest(look: () => void): void {
  own().atRest.push(look);
}

/** Calls back after so many turns of the microtask queue in which no token has moved. */
function whenQuiet(serial: Serial, then: () => void): void {
  let seen = serial.steps;
  let turns = 0;
  const look = () => {
    if (seen !== serial.steps) {
      seen = serial.steps;
      turns = 0;
    }
    turns += 1;
    if (turns > quietTurns) then();
    else nextTurn(look);
  };
  nextTurn(look);
}

/**
 * A turn of the microtask queue without a promise: the SDK takes a stack trace of every promise that a workflow makes,
 * and there are many turns. What `then` answers is made by the species of the promise, here something that is none.
 */
function nextTurn(look: () => void): void {
  void ready.then(look);
}

function NoPromise(
  executor: (resolve: () => void, reject: () => void) => void,
): void {
  executor(
    () => {},
    () => {},
  );
}
const ready = Object.assign(Promise.resolve(), {
  constructor: { [Symbol.species]: NoPromise },
});
