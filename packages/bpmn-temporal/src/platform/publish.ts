import { WithStartWorkflowOperation } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Publication } from '../runtime/correlator';
import type { Published } from '../runtime/delivering';
import type { JsonObject } from '../runtime/json';

export interface MessageToPublish {
  name: string;
  /** With the name, what it is correlated by. Without a key it can only start processes. */
  correlationKey?: string | number;
  variables?: JsonObject;
  /** A second message with this id is dropped while the first one is remembered. */
  messageId?: string;
  /** Milliseconds that it is kept while nobody waits for it; an hour unless it is said, 0 for now or never. */
  ttl?: number;
}

const hour = 3_600_000;

/**
 * Publishes a message to whom it may concern in the namespace: to an instance that waits for its name and key, or to
 * a process that starts with it. Answers when it is safe with the server; `duplicate` where the id was seen before.
 */
export async function publishMessage(
  client: Client,
  message: MessageToPublish,
  taskQueue: string,
): Promise<Publication> {
  const { name, variables = {}, messageId, ttl = hour } = message;
  const correlationKey = String(message.correlationKey ?? '');
  const published: Published = {
    name,
    correlationKey,
    variables,
    ...(messageId === undefined ? {} : { messageId }),
    expires: Date.now() + ttl,
  };
  const startWorkflowOperation = new WithStartWorkflowOperation(
    'bpmnMessages',
    {
      workflowId: `bpmn-message/${name}/${correlationKey}`,
      taskQueue,
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
    },
  );
  return client.workflow.executeUpdateWithStart('publish', {
    args: [published],
    startWorkflowOperation,
  }) as Promise<Publication>;
}
