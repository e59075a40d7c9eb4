import type { TakenOver } from './body';
import { restoreLog } from './compensation';
import type { Outcome } from './element';
import { Through } from './errors';
import type { Instance } from './instance';
import type { Resumable, Resume, StoredStay, Ways } from './resumable';
import type { Scope } from './scope';
import { deliverNext } from './serial';
import { isLong, isPlace, pause } from './stay';

/** A new run on its way to where the one before ended: tokens follow the ways that lead there, and nothing else happens. */
export interface Following {
  /** Places that no token has got to yet. */
  readonly left: Set<string>;
  readonly ways: Ways;
  /** Branches with a place inside, by what is around: the process is ''; the flow of a subprocess itself is the branch ''. */
  readonly inside: Map<string, Map<string, string[]>>;
  /** Tokens that had paused: they go on when all others are where they were. */
  readonly paused: (() => void)[];
}

/** Takes over what the run before has left. */
export function resume(instance: Instance, from: Resume): void {
  const { resumable, inbox } = instance;
  for (const [id, stored] of from.stays) instance.left.set(id, stored);
  instance.following = followingTo(resumable, [...instance.left.keys()]);
  instance.resumed = from;
  instance.path.push(...from.path);
  for (const [key, count] of from.entries) instance.entries.set(key, count);
  inbox.early.push(...from.early);
  for (const id of from.seen) inbox.seen.add(id);
  for (const id of from.held) instance.held.add(id);
  instance.shown = from.shown;
  if (from.lastEnd !== undefined) instance.lastEnd = from.lastEnd;
}

function followingTo(resumable: Resumable, ids: readonly string[]): Following {
  const left = new Set<string>();
  const ways: Record<string, string> = {};
  const inside: Following['inside'] = new Map();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (left.has(id)) continue;
    left.add(id);
    const place = resumable[id];
    if (!place)
      throw new Error(
        `The instance was to go on at ${id}, which this version of the process does not know`,
      );
    const { in: around = '', branch = '', listens } = place;
    const branches = inside.get(around) ?? new Map<string, string[]>();
    inside.set(around, branches);
    if (!listens) branches.set(branch, [...(branches.get(branch) ?? []), id]);
    for (let at: string | undefined = id; at !== undefined; ) {
      const before: Resumable[string] | undefined = resumable[at];
      Object.assign(ways, before?.ways);
      at = before?.after;
    }
    if (place.in !== undefined) open.push(place.in);
  }
  return { left, ways, inside, paused: [] };
}

/** Whether an element has to ask before it runs. */
export function mustAsk(instance: Instance, id: string): boolean {
  return (
    instance.following !== undefined ||
    (isPlace(instance, id) && instance.resumable[id]?.head === true && isLong())
  );
}

/**
 * What an element does instead of running: in a new run the way to where the old one ended is only followed, and at the
 * head of a loop a run that is long may end.
 */
export function ask(
  scope: Scope,
  id: string,
  run: () => Promise<Outcome>,
): Promise<Outcome> {
  const { instance } = scope;
  const { following } = instance;
  if (!following) return pause(scope, id).then(run);
  if (!following.left.has(id))
    return scope.body?.takenOver?.over
      ? Promise.reject(new Through())
      : Promise.resolve(following.ways[id]);
  following.left.delete(id);
  if (following.left.size === 0) arrived(instance, following);
  if (!instance.left.get(id)?.paused) return run();
  return new Promise((resolve, reject) => {
    following.paused.push(() => run().then(resolve, reject));
  });
}

/** Everybody is on the way to his place: when all have come to rest there, the tokens that had paused go on. */
function arrived(instance: Instance, { paused }: Following): void {
  deliverNext(() => {
    instance.following = undefined;
    for (const goOn of paused) goOn();
  });
}

/**
 * What the run before has left at the place; asked once, when a token gets there. Undefined where nothing has begun: a
 * token that only paused in front of it has left nothing inside.
 */
export function leftAt(instance: Instance, id: string): StoredStay | undefined {
  const stored = instance.left.get(id);
  instance.left.delete(id);
  return stored?.paused && stored.key === undefined ? undefined : stored;
}

/** The branches of a block in which tokens stood; undefined where the block begins. */
export function branchesInside(
  { following }: Instance,
  id: string,
): ReadonlyMap<string, readonly string[]> | undefined {
  return following?.inside.get(id);
}

/** How the flow of a process or subprocess is taken over: what has completed there, and whether its own flow is through. */
export function takenOver(
  instance: Instance,
  id: string,
  stored: Pick<StoredStay, 'log'> | undefined,
): TakenOver | undefined {
  if (!stored) return undefined;
  return {
    log: restoreLog(stored.log ?? []),
    over: !instance.following?.inside.get(id)?.has(''),
  };
}
