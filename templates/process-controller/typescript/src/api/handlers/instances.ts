import type { ServiceImpl } from '@connectrpc/connect';
import type { WorkflowExecutionDescription } from '@temporalio/client';
import type { ProcessService } from '../../../gen/ameide/process/v1/process_service_pb.js';
import { find, stateOf } from '../instances/find.ts';
import {
  at,
  FILTERS,
  toIncident,
  toInstance,
  toUserTask,
  type Known,
} from '../instances/messages.ts';
import { listPage, type Listed } from '../instances/pages.ts';
import { ended } from '../temporal/errors.ts';
import type { Temporal } from '../temporal/connect.ts';

type Handlers = Pick<
  ServiceImpl<typeof ProcessService>,
  'getInstance' | 'listInstances' | 'cancelInstance'
>;

/** Reads, lists and cancels instances. */
export const instances = (temporal: Temporal): Handlers => ({
  async getInstance({ name }) {
    const { handle, description } = await find(temporal, name);
    const state = await stateOf(handle);
    return {
      instance: toInstance(knownOf(description)),
      tokens: state.tokens.map(token => ({
        elementId: token.elementId,
        elementName: token.name ?? '',
        since: at(token.since),
      })),
      subscriptions: state.subscriptions,
      userTasks: state.userTasks.map(task => toUserTask(task, name)),
      incidents: state.incidents.map(one => toIncident(one, name)),
      variables: state.variables,
    };
  },

  async listInstances({ state, ...page }) {
    const { executions, nextPageToken } = await listPage(
      temporal,
      FILTERS[state],
      page,
    );
    return {
      instances: executions.map(one => toInstance(listed(one))),
      nextPageToken,
    };
  },

  async cancelInstance({ name }) {
    const { handle, description } = await find(temporal, name);
    const { name: status } = description.status;
    if (status === 'CANCELLED') return {};
    if (status !== 'RUNNING') throw ended();
    await handle.cancel();
    return {};
  },
});

/** What Temporal describes. */
export const knownOf = ({
  workflowId,
  type,
  status,
  startTime,
  closeTime,
}: WorkflowExecutionDescription): Known => ({
  workflowId,
  type,
  status: status.code,
  startTime,
  endTime: closeTime,
});

const listed = ({
  execution,
  type,
  status,
  startTime,
  closeTime,
}: Listed): Known => ({
  workflowId: execution?.workflowId ?? '',
  type: type?.name ?? '',
  status: status ?? 0,
  startTime: dateOf(startTime),
  endTime: dateOf(closeTime),
});

/** A time as Temporal's protos have it, with whole numbers that know more digits than ours. */
const dateOf = (time: Listed['startTime']): Date | undefined =>
  time
    ? new Date(Number(time.seconds) * 1000 + (time.nanos ?? 0) / 1_000_000)
    : undefined;
