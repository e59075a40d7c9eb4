import type { ServiceImpl } from '@connectrpc/connect';
import {
  Resolution,
  type ProcessService,
} from '../../../gen/ameide/process/v1/process_service_pb.js';
import { incidentMark } from '../../runtime/marks.gen.ts';
import type { IncidentResolution } from '../../runtime/state.gen.ts';
import { update } from '../instances/find.ts';
import { toIncident, variablesOf } from '../instances/messages.ts';
import { listOpen } from '../instances/open.ts';
import { requestIdOf } from '../instances/request.ts';
import type { Temporal } from '../temporal/connect.ts';

type Handlers = Pick<
  ServiceImpl<typeof ProcessService>,
  'listIncidents' | 'resolveIncident'
>;

const ACTIONS: Record<
  Exclude<Resolution, Resolution.UNSPECIFIED>,
  NonNullable<IncidentResolution['action']>
> = {
  [Resolution.RETRY]: 'retry',
  [Resolution.SKIP]: 'skip',
  [Resolution.FAIL]: 'fail',
};

/** What failed, and what becomes of it. */
export const incidents = (temporal: Temporal): Handlers => ({
  async listIncidents(page) {
    const { items, nextPageToken } = await listOpen(
      temporal,
      incidentMark,
      page,
      ({ incidents: open }, instance) =>
        open.map(incident => toIncident(incident, instance)),
    );
    return { incidents: items, nextPageToken };
  },

  async resolveIncident(request) {
    const { instance, key, resolution, variables } = request;
    if (resolution === Resolution.UNSPECIFIED) {
      throw new Error('A request was not validated');
    }
    await update(temporal, instance, 'resolveIncident', {
      argument: {
        key,
        action: ACTIONS[resolution],
        variables: variablesOf(variables),
      },
      requestId: requestIdOf(request),
    });
    return {};
  },
});
