import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** How a command ended. */
export type Outcome = 'done' | 'conflict' | 'refused' | 'failed';

/** What is measured of the store; seconds are measured as OpenTelemetry does. */
export interface StoreMetrics {
  /** A command was given and ended. */
  command(command: string, outcome: Outcome, seconds: number): void;
  /** States were kept, so that streams are read from there. */
  snapshots(count: number): void;
  /** A consumer read the feed. `seconds`: how old the first thing was that it had not read before. */
  feedRead(seconds: number): void;
}

/** Names that dashboards are made of; they stay. */
export function createStoreMetrics(metrics: MetricsService): StoreMetrics {
  const commands = metrics.createCounter('transformation.commands', {
    description: 'Commands, by their type and how they ended',
    unit: '{command}',
  });
  const duration = metrics.createHistogram('transformation.command.duration', {
    description: 'How long a command took, from its arrival to its commit',
    unit: 's',
  });
  const conflicts = metrics.createCounter('transformation.conflicts', {
    description: 'Commands that came too late, or contradict what is there',
    unit: '{command}',
  });
  const snapshots = metrics.createCounter('transformation.snapshots', {
    description: 'Snapshots that were written',
    unit: '{snapshot}',
  });
  const lag = metrics.createHistogram('transformation.outbox.lag', {
    description: 'How old the oldest event was that a consumer read',
    unit: 's',
  });
  return {
    command(command, outcome, seconds) {
      commands.add(1, { command, outcome });
      duration.record(seconds, { command, outcome });
      if (outcome === 'conflict') conflicts.add(1, { command });
    },
    snapshots: count => snapshots.add(count),
    feedRead: seconds => lag.record(seconds),
  };
}
