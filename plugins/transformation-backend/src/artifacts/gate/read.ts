import type { Gate } from '@ameide/plugin-transformation-common';
import type { StoreContext } from '../context';
import { readState } from '../projection';
import { findingsOf } from './findings';
import { withoutWaived } from './waivers';

/** Whether a revision could be promoted now. @throws NotFoundError, InputError */
export async function readGate(
  { database, kindOf, entityExists, now }: StoreContext,
  tenant: string,
  id: string,
  revision: number,
): Promise<Gate> {
  const state = await database.inTenant(tenant, tx => readState(tx, id));
  const findings = await findingsOf(state, revision, {
    tenant,
    kind: kindOf(state.kind),
    read: query => database.inTenant(tenant, query),
    entityExists,
  });
  return {
    findings,
    waivers: state.waivers.filter(waiver => waiver.revision === revision),
    open: withoutWaived(findings, state, revision, now()),
  };
}
