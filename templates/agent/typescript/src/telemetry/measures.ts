import { metrics } from '@opentelemetry/api';
import type { Outcome } from '../tools/toolbox.ts';

/** In seconds; a model takes its time. */
const BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300];

/** What is measured of runs and tools. */
export interface Measures {
  /** A run has begun. */
  started(): void;
  /** A run has ended so. */
  ended(seconds: number, code: string): void;
  /** A tool was asked for. */
  used(tool: string, outcome: Outcome): void;
}

/** Counters of the process; names without a unit, which dashboards know. Telemetry has to be started before. */
export function createMeasures(): Measures {
  const meter = metrics.getMeter('agent');
  const inFlight = meter.createUpDownCounter('agent_runs_in_flight', {
    description: 'Runs that have not ended',
  });
  const duration = meter.createHistogram('agent_run_duration', {
    description: 'Duration of runs, in seconds',
    advice: { explicitBucketBoundaries: BUCKETS },
  });
  const calls = meter.createCounter('agent_tool_calls', {
    description: 'Calls of tools, by how they ended',
  });
  // there from the start, so that what scales by it finds a number
  inFlight.add(0);
  return {
    started: () => inFlight.add(1),
    ended(seconds, code) {
      inFlight.add(-1);
      duration.record(seconds, { code });
    },
    used: (tool, outcome) => calls.add(1, { tool, outcome }),
  };
}
