import { runActivity } from './activity';
import type { Activity } from './activity';
import { runBody } from './body';
import { storedLog } from './compensation';
import { Cancelled } from './errors';
import type { Handlers, Outcome } from './element';
import { takenOver } from './resume';
import { childScope } from './scope';
import type { Scope } from './scope';
import { TransactionCancelled } from './transaction';

export interface SubProcessConfig
  extends Omit<Activity, 'id' | 'name' | 'type'> {
  /** A cancel end event inside undoes what has completed (10.3.5: transaction). */
  readonly transaction?: boolean;
}

/** An embedded subprocess (10.3.5): an activity whose work is a flow of its own. */
export function subProcess(id: string, name: string, config: SubProcessConfig) {
  const type = config.transaction ? 'transaction' : 'subProcess';
  const activity = { id, name, type, ...config };
  return (
    scope: Scope,
    body: (inner: Scope) => Promise<void>,
    handlers?: Handlers,
  ): Promise<Outcome> =>
    runActivity(
      scope,
      activity,
      handlers,
      async (local, _, inner, left, tells) => {
        const flow = childScope(local, [], local.variables);
        try {
          const before = takenOver(flow.instance, id, left);
          tells.store = () => ({ log: storedLog(flow.body?.log ?? []) });
          const { log } = await runBody(flow, body, undefined, before);
          inner.push(...log);
        } catch (error) {
          if (config.transaction && error instanceof Cancelled)
            throw new TransactionCancelled(flow.body?.log ?? []);
          throw error;
        }
        return {};
      },
    );
}
