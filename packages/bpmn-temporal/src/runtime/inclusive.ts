import type { Split } from './element';
import { pass } from './event';
import { condition } from './feel';
import type { Source } from './feel';
import { attempt } from './incident';
import { arrive, enter } from './instance';
import { ask, branchesInside, mustAsk } from './resume';
import { failIfClosed } from './scope';
import type { Scope } from './scope';
import { steered } from './steering';

/** Flows with their conditions, in the order of the file; one without a condition is always taken. */
export interface InclusiveConfig {
  readonly type?: string;
  readonly flows: readonly (readonly [flowId: string, condition?: Source])[];
  readonly otherwise?: string;
  /** The flows leave an activity or event: there is no gateway to be seen. */
  readonly implied?: boolean;
}

/** Answers the flows whose conditions hold, one at least (10.6.3). */
export function inclusiveSplit(
  id: string,
  name: string,
  config: InclusiveConfig,
): Split {
  const gateway = { id, name, type: config.type ?? 'inclusiveGateway' };
  return async scope => {
    failIfClosed(scope);
    if (config.implied)
      return attempt(scope, gateway, id, () => chosen(scope, id, config));
    const key = enter(scope.instance, gateway);
    const leave = arrive(scope.instance, gateway);
    try {
      return await attempt(scope, gateway, key, () =>
        chosen(scope, id, config),
      );
    } finally {
      leave();
    }
  };
}

/** A block: from the gateway that chooses to the one that joins what was chosen (10.6.3, 13.4.3). */
export function inclusiveGateway(
  id: string,
  name: string,
  config: InclusiveConfig,
  joinId?: string,
  joinName = '',
  joinType = 'inclusiveGateway',
) {
  const split = inclusiveSplit(id, name, config);
  const place = config.implied ? `${id}/fork` : id;
  const join =
    joinId === undefined ? undefined : pass(joinId, joinName, joinType);
  return async (
    scope: Scope,
    branches: { readonly [flowId: string]: () => Promise<void> },
  ): Promise<void> => {
    const { instance } = scope;
    const run = async () => {
      const inside = branchesInside(instance, place);
      const flows = inside ? [...inside.keys()] : await split(scope);
      await Promise.all(flows.map(flowId => branches[flowId]?.()));
      await join?.(scope);
      return undefined;
    };
    await (mustAsk(instance, place) ? ask(scope, place, run) : run());
  };
}

/** Flows that are taken: those without a condition, and those whose condition holds; where none holds, the default. */
export function chosen(
  scope: Scope,
  id: string,
  { flows, otherwise, implied }: Omit<InclusiveConfig, 'type'>,
): string[] {
  const forced = implied ? undefined : steered(scope.instance, id);
  if (forced !== undefined) return [forced];
  const always = flows.filter(([, source]) => source === undefined);
  const held = flows.filter(
    ([, source]) => source !== undefined && condition(scope, source),
  );
  const taken = [...always, ...held].map(([flowId]) => flowId);
  if (held.length === 0 && otherwise !== undefined) taken.push(otherwise);
  if (taken.length) return taken;
  throw new Error(`No flow of ${id} is taken, and there is no default flow`);
}
