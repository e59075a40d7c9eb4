import type { Timer, Trigger } from './model';
import { extension, list, text, typeName } from './moddle';
import type { Moddle } from './moddle';

export function definitionsOf(event: Moddle): Moddle[] {
  return [...list(event.eventDefinitions), ...list(event.eventDefinitionRef)];
}

/** `timer`, `message`, `error`, …, or `none`; `multiple` where there are several. */
export function eventKind(event: Moddle): string {
  const definitions = definitionsOf(event);
  const [definition] = definitions;
  if (!definition) return 'none';
  if (definitions.length > 1) return 'multiple';
  return typeName(definition).replace('EventDefinition', '');
}

/** What a catching event or receive task waits for, if it is something that can be waited for. */
export function triggerOf(event: Moddle): Trigger | undefined {
  const [definition] = definitionsOf(event);
  switch (eventKind(event)) {
    case 'timer':
      return definition && { kind: 'timer', timer: timerOf(definition) };
    case 'message':
      return definition && messageTrigger(definition.messageRef);
    default:
      return undefined;
  }
}

/** A message and the key of its subscription (Camunda 8: message correlation). */
export function messageTrigger(messageRef: unknown): Trigger {
  const message = messageRef as Moddle | undefined;
  return {
    kind: 'message',
    name: text(message?.name),
    correlationKey: text(
      message && extension(message, 'Subscription')?.correlationKey,
    ),
  };
}

function timerOf(definition: Moddle): Timer {
  for (const form of ['duration', 'date', 'cycle'] as const) {
    const property = `time${form.charAt(0).toUpperCase()}${form.slice(1)}`;
    const expression = definition[property] as Moddle | undefined;
    if (expression) return { form, source: text(expression.body).trim() };
  }
  return { form: 'duration', source: '' };
}

/** The code of an error event; undefined where it names no error and so means all. */
export function errorCodeOf(event: Moddle): string | undefined {
  const error = definitionsOf(event)[0]?.errorRef as Moddle | undefined;
  return error ? text(error.errorCode) : undefined;
}
