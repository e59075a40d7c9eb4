import type { Catch, Throw, Timer, Trigger } from './model';
import { extension, list, text, typeName } from './moddle';
import type { Moddle } from './moddle';
import { jobOf } from './jobs';

export function definitionsOf(event: Moddle): Moddle[] {
  return [...list(event.eventDefinitions), ...list(event.eventDefinitionRef)];
}

/** `timer`, `message`, `error`, …, or `none`; `multiple` where there are several. */
export function eventKind(event: Moddle): string {
  const definitions = definitionsOf(event);
  const [definition] = definitions;
  if (!definition) return 'none';
  if (definitions.length > 1) return 'multiple';
  return kindOf(definition);
}

/** What a catching event waits for; undefined where it names something that can't be waited for, or nothing. */
export function catchOf(event: Moddle): Catch | undefined {
  const definitions = definitionsOf(event);
  const triggers = definitions.flatMap(definition => {
    const trigger = triggerOf(definition);
    return trigger ? [trigger] : [];
  });
  return triggers.length && triggers.length === definitions.length
    ? { triggers, all: triggers.length > 1 && event.parallelMultiple === true }
    : undefined;
}

/** What a throwing event throws; undefined where it names something that can't be thrown. */
export function throwsOf(event: Moddle): Throw[] | undefined {
  const definitions = definitionsOf(event);
  const throws = definitions.flatMap(definition => {
    const thrown = throwOf(definition, event);
    return thrown ? [thrown] : [];
  });
  return throws.length === definitions.length ? throws : undefined;
}

/** What one event definition throws; a message is sent by a job (Camunda 8). */
export function throwOf(definition: Moddle, event: Moddle): Throw | undefined {
  const reference = (name: string) => definition[name] as Moddle | undefined;
  switch (kindOf(definition)) {
    case 'message':
      return jobOf(event) ?? unsent;
    case 'signal':
      return { kind: 'signal', name: text(reference('signalRef')?.name) };
    case 'escalation':
      return {
        kind: 'escalation',
        code: text(reference('escalationRef')?.escalationCode),
      };
    case 'compensate': {
      const activityId = text(reference('activityRef')?.id);
      return { kind: 'compensation', ...(activityId ? { activityId } : {}) };
    }
    case 'error':
      return { kind: 'error', code: text(reference('errorRef')?.errorCode) };
    case 'cancel':
      return { kind: 'cancel' };
    case 'terminate':
      return { kind: 'terminate' };
    default:
      return undefined;
  }
}

/** A message event that nobody sends; the check asks for a job type. */
const unsent: Throw = { kind: 'job', jobType: '', retries: '3', headers: {} };

function triggerOf(definition: Moddle): Trigger | undefined {
  const reference = (name: string) => definition[name] as Moddle | undefined;
  const codeOf = (name: string, code: string) =>
    reference(name) && text(reference(name)?.[code]);
  switch (kindOf(definition)) {
    case 'timer':
      return { kind: 'timer', timer: timerOf(definition) };
    case 'message':
      return messageTrigger(definition.messageRef);
    case 'signal':
      return { kind: 'signal', name: text(reference('signalRef')?.name) };
    case 'conditional':
      return {
        kind: 'conditional',
        condition: text(reference('condition')?.body).trim(),
      };
    case 'error':
      return { kind: 'error', code: codeOf('errorRef', 'errorCode') };
    case 'escalation':
      return {
        kind: 'escalation',
        code: codeOf('escalationRef', 'escalationCode'),
      };
    case 'compensate':
      return { kind: 'compensation' };
    case 'cancel':
      return { kind: 'cancel' };
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

function kindOf(definition: Moddle): string {
  return typeName(definition).replace('EventDefinition', '');
}
