import { setTimeout as sleep } from 'node:timers/promises';
import { durationMs } from '@bufbuild/protobuf/wkt';
import { Code, ConnectError, type ServiceImpl } from '@connectrpc/connect';
import {
  PublishMessageRequestSchema,
  type ProcessService,
} from '../../../gen/ameide/process/v1/process_service_pb.js';
import { currentCaller } from '../caller.ts';
import { variablesOf } from '../instances/messages.ts';
import { nameOf } from '../instances/names.ts';
import { digestOf, requestIdOf } from '../instances/request.ts';
import {
  handOver,
  startByMessage,
  type PublishedMessage,
} from '../instances/takers.ts';
import type { Temporal } from '../temporal/connect.ts';

const USUAL_MS = 5_000;

/**
 * Hands a message over: to the oldest instance of each process that waits for
 * it, and to each process that begins with it and has none.
 */
export const publishMessage =
  (temporal: Temporal): ServiceImpl<typeof ProcessService>['publishMessage'] =>
  async request => {
    const { messageName, correlationKey, patience } = request;
    const id = requestIdOf(request);
    const message: PublishedMessage = {
      name: messageName,
      correlationKey,
      variables: variablesOf(request.variables),
      messageId: request.messageId || id,
      requestId: id,
      digest: digestOf(PublishMessageRequestSchema, request),
      tenantId: currentCaller().tenantId,
    };
    const last = Date.now() + (patience ? durationMs(patience) : USUAL_MS);
    for (let pause = 50; ; pause = Math.min(pause * 2, 500)) {
      const taken = await handOver(temporal, message);
      const started = await startByMessage(temporal, message, taken);
      const instances = [...taken, ...started].map(({ workflowId }) =>
        nameOf(workflowId),
      );
      if (instances.length) return { instances };
      if (Date.now() + pause > last) break;
      await sleep(pause);
    }
    throw new ConnectError(
      'nobody waits for a message of this name and key',
      Code.FailedPrecondition,
    );
  };
