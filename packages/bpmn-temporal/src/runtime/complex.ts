import { condition, textOf } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { arrive, enter } from './instance';
import { chosen } from './inclusive';
import type { InclusiveConfig } from './inclusive';
import { childScope, failIfClosed, interrupt } from './scope';
import type { Scope } from './scope';

/** A complex gateway that joins (10.6.5, 13.4.5). */
export interface ComplexGateway {
  readonly id: string;
  /** Whether so many tokens are enough. */
  activates(scope: Scope, activationCount: number): Promise<boolean>;
  /** Flows that get a token when it fires, and again when it is reset. */
  leave(scope: Scope, resets: boolean): Promise<readonly string[]>;
}

export interface ComplexConfig extends InclusiveConfig {
  /** Fires when it becomes true; without it, with the first token. */
  readonly activation?: Source;
}

export function complexGateway(
  id: string,
  name: string,
  config: ComplexConfig,
): ComplexGateway {
  const gateway = { id, name, type: 'complexGateway' };
  return {
    id,
    async activates(scope, activationCount) {
      const { activation } = config;
      if (activation === undefined) return activationCount > 0;
      const local = childScope(scope, [], { activationCount });
      try {
        return await attempt(local, gateway, id, () =>
          condition(local, activation),
        );
      } finally {
        interrupt(local);
      }
    },
    async leave(scope, resets) {
      failIfClosed(scope);
      if (resets)
        return attempt(scope, gateway, id, () => whenReset(scope, config));
      const key = enter(scope.instance, gateway);
      const leave = arrive(scope.instance, gateway);
      try {
        return await attempt(scope, gateway, key, () =>
          inPhase(scope, true, local => chosen(local, id, config)),
        );
      } finally {
        leave();
      }
    },
  };
}

/** Only flows that ask `waitingForStart` are taken at the reset, as engines read it; none is no failure then. */
function whenReset(scope: Scope, { flows }: ComplexConfig): string[] {
  return inPhase(scope, false, local =>
    flows
      .filter(([, source]) => source !== undefined && asksPhase(source))
      .filter(([, source = 'false']) => condition(local, source))
      .map(([flowId]) => flowId),
  );
}

function asksPhase(source: Source): boolean {
  return textOf(source).includes('waitingForStart');
}

/** The gateway's runtime attribute (table 10.56), for the conditions of its flows. */
function inPhase<T>(
  scope: Scope,
  waitingForStart: boolean,
  ask: (local: Scope) => T,
): T {
  const local = childScope(scope, [], { waitingForStart });
  try {
    return ask(local);
  } finally {
    interrupt(local);
  }
}
