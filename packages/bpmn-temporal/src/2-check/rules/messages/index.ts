import { eventMessage } from './event-message';
import { eventOperation } from './event-operation';
import { messageFlowEvent } from './message-flow-event';
import { messageFlowPool } from './message-flow-pool';
import { participantMultiplicity } from './participant-multiplicity';
import { sharedDefinition } from './shared-definition';
import type { Rule } from '../../rule';

/** Collaborations, and events that send and receive. */
export const messageRules: readonly Rule[] = [
  participantMultiplicity,
  messageFlowPool,
  messageFlowEvent,
  sharedDefinition,
  eventMessage,
  eventOperation,
];
