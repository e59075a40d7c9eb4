import { Code, ConnectError, type ServiceImpl } from '@connectrpc/connect';
import type { ProcessService } from '../../../gen/ameide/process/v1/process_service_pb.js';
import { taskMark } from '../../runtime/marks.gen.ts';
import { currentCaller } from '../caller.ts';
import { find, stateOf, update } from '../instances/find.ts';
import { toUserTask, variablesOf } from '../instances/messages.ts';
import { listOpen } from '../instances/open.ts';
import { requestIdOf } from '../instances/request.ts';
import type { Temporal } from '../temporal/connect.ts';

type Handlers = Pick<
  ServiceImpl<typeof ProcessService>,
  'listUserTasks' | 'claimUserTask' | 'unclaimUserTask' | 'completeUserTask'
>;

/** Work of people: whoever calls claims and completes it for themselves. */
export const userTasks = (temporal: Temporal): Handlers => ({
  async listUserTasks({ assignee, candidateGroup, ...page }) {
    const { items, nextPageToken } = await listOpen(
      temporal,
      taskMark,
      page,
      ({ userTasks: open }, instance) =>
        open
          .filter(task => !assignee || task.assignee === assignee)
          .filter(
            task =>
              !candidateGroup || task.candidateGroups?.includes(candidateGroup),
          )
          .map(task => toUserTask(task, instance)),
    );
    return { userTasks: items, nextPageToken };
  },

  async claimUserTask(request) {
    const { instance, key } = request;
    await update(temporal, instance, 'claimUserTask', {
      argument: { key, assignee: currentCaller().subject },
      requestId: requestIdOf(request),
    });
    return {};
  },

  async unclaimUserTask(request) {
    const { instance, key } = request;
    await refuseOthers(temporal, instance, key);
    await update(temporal, instance, 'unclaimUserTask', {
      argument: { key },
      requestId: requestIdOf(request),
    });
    return {};
  },

  async completeUserTask(request) {
    const { instance, key, variables } = request;
    await refuseOthers(temporal, instance, key);
    await update(temporal, instance, 'completeUserTask', {
      argument: {
        key,
        variables: variablesOf(variables),
        by: currentCaller().subject,
      },
      requestId: requestIdOf(request),
    });
    return {};
  },
});

/** @throws ConnectError `failed_precondition` where somebody else has claimed it */
async function refuseOthers(
  temporal: Temporal,
  instance: string,
  key: string,
): Promise<void> {
  const { handle } = await find(temporal, instance);
  const { userTasks: open } = await stateOf(handle);
  const { assignee } = open.find(task => task.key === key) ?? {};
  if (assignee && assignee !== currentCaller().subject) {
    throw new ConnectError(
      'somebody else has claimed the task',
      Code.FailedPrecondition,
    );
  }
}
