import type { Cost } from './histories';

/** A kind of event, and how many of it there are on either side. */
export interface Row {
  readonly what: string;
  readonly compiled: number;
  readonly twin: number;
  /** Whether the compiled process may have so many. */
  readonly fine: boolean;
}

export interface Comparison {
  readonly rows: readonly Row[];
  readonly events: Row;
  readonly bytes: Row;
  /** Bytes of the workflow bundles, without their source maps. */
  readonly bundle: { readonly compiled: number; readonly twin: number };
  /** How they ended. */
  readonly status: { readonly compiled: string; readonly twin: string };
  /** Whether both answered with the same; said, not judged. */
  readonly sameResult: boolean;
  readonly equal: boolean;
}

/** Bytes of the compiled process to bytes of the twin. */
export const bytesAtMost = 1.2;

/** The twin is the measure: as many events of each type, and hardly more bytes. */
export function compare(
  compiled: Cost,
  twin: Cost,
  bundle: Comparison['bundle'],
  sameResult: boolean,
): Comparison {
  const types = [
    ...new Set([...twin.events.keys(), ...compiled.events.keys()]),
  ];
  const rows = types.sort().map(what => {
    const counts = [compiled, twin].map(cost => cost.events.get(what) ?? 0);
    return row(what, counts[0], counts[1], counts[0] === counts[1]);
  });
  const events = row(
    'events',
    compiled.total,
    twin.total,
    compiled.total === twin.total,
  );
  const bytes = row(
    'bytes',
    compiled.bytes,
    twin.bytes,
    compiled.bytes <= bytesAtMost * twin.bytes,
  );
  return {
    rows,
    events,
    bytes,
    bundle,
    status: { compiled: compiled.status, twin: twin.status },
    sameResult,
    equal:
      compiled.status === twin.status &&
      [...rows, events, bytes].every(({ fine }) => fine),
  };
}

function row(what: string, compiled: number, twin: number, fine: boolean): Row {
  return { what, compiled, twin, fine };
}
