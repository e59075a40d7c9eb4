import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

/** How long what is not for good is kept, in milliseconds. */
export interface Retention {
  /** Uploads that no command has taken. */
  uploads: number;
  /** What commands did: as long the same one again gives its first result. */
  commands: number;
  /** What consumers of the feed can still read. */
  outbox: number;
}

const DEFAULTS: Record<keyof Retention, HumanDuration> = {
  uploads: { days: 1 },
  commands: { days: 30 },
  outbox: { days: 90 },
};

/** Reads `transformation.retention`. @throws Error where something is no duration */
export function readRetention(
  transformation: RootConfigService | undefined,
): Retention {
  const config = transformation?.getOptionalConfig('retention');
  const kept = (key: keyof Retention) =>
    durationToMilliseconds(
      config?.has(key)
        ? readDurationFromConfig(config, { key })
        : DEFAULTS[key],
    );
  return {
    uploads: kept('uploads'),
    commands: kept('commands'),
    outbox: kept('outbox'),
  };
}
