import type { ConnectRouter } from '@connectrpc/connect';
import { ProcessService } from '../../gen/ameide/process/v1/process_service_pb.js';
import { incidents } from './handlers/incidents.ts';
import { instances } from './handlers/instances.ts';
import { publishMessage } from './handlers/publishMessage.ts';
import { startInstance } from './handlers/startInstance.ts';
import { userTasks } from './handlers/userTasks.ts';
import type { Temporal } from './temporal/connect.ts';

/** Every service of this controller. */
export const routes =
  (temporal: Temporal) =>
  (router: ConnectRouter): void => {
    router.service(ProcessService, {
      startInstance: startInstance(temporal),
      ...instances(temporal),
      publishMessage: publishMessage(temporal),
      ...userTasks(temporal),
      ...incidents(temporal),
    });
  };
