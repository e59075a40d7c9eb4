import { Code, ConnectError, type ServiceImpl } from '@connectrpc/connect';
import {
  StartInstanceRequestSchema,
  type ProcessService,
} from '../../../gen/ameide/process/v1/process_service_pb.js';
import { deployment } from '../../deployment.gen.ts';
import { find } from '../instances/find.ts';
import { toInstance, variablesOf } from '../instances/messages.ts';
import { nameOf, workflowIdOf } from '../instances/names.ts';
import {
  digestOf,
  requestIdOf,
  startOnce,
  taken,
} from '../instances/request.ts';
import type { Temporal } from '../temporal/connect.ts';
import { knownOf } from './instances.ts';

/** Starts an instance; an id can be used once. */
export const startInstance =
  (temporal: Temporal): ServiceImpl<typeof ProcessService>['startInstance'] =>
  async request => {
    const { workflowType } = processOf(request.processId);
    const workflowId = workflowIdOf(request.instanceId || requestIdOf(request));
    const isOurs = await startOnce(
      temporal,
      workflowType,
      digestOf(StartInstanceRequestSchema, request),
      {
        workflowId,
        args: [variablesOf(request.variables)],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      },
    );
    const name = nameOf(workflowId);
    if (!isOurs) throw taken(name);
    const { description } = await find(temporal, name);
    return { instance: toInstance(knownOf(description)) };
  };

/** @throws ConnectError `invalid_argument` that says which processes there are */
function processOf(processId: string) {
  const { processes } = deployment;
  const found = processId
    ? processes.find(process => process.processId === processId)
    : processes[0];
  if (found && (processId || processes.length === 1)) return found;
  throw new ConnectError(
    `process_id: has to be one of ${processes
      .map(process => process.processId)
      .join(', ')}`,
    Code.InvalidArgument,
  );
}
