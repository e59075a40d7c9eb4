import type { InstanceThrow, Repeat } from './model';
import { throwOf } from './events';
import { extension, list, text } from './moddle';
import type { Moddle } from './moddle';

/** The loop marker of an activity (10.3.8). */
export function repeatOf(activity: Moddle): Repeat | undefined {
  const loop = activity.loopCharacteristics as Moddle | undefined;
  if (!loop) return undefined;
  return loop.$type === 'bpmn:StandardLoopCharacteristics'
    ? standardLoop(loop)
    : instances(loop, activity);
}

function standardLoop(loop: Moddle): Repeat {
  const condition = bodyText(loop.loopCondition);
  const { loopMaximum } = loop;
  return {
    kind: 'loop',
    testBefore: loop.testBefore === true,
    ...(condition ? { condition } : {}),
    ...(loopMaximum === undefined ? {} : { maximum: String(loopMaximum) }),
  };
}

function instances(loop: Moddle, activity: Moddle): Repeat {
  const zeebe = extension(loop, 'LoopCharacteristics');
  const optional = (name: string, value: unknown) =>
    text(value) ? { [name]: text(value) } : {};
  const throws = throwsOf(loop, activity);
  return {
    kind: 'instances',
    sequential: loop.isSequential === true,
    ...optional('collection', zeebe?.inputCollection),
    ...optional('cardinality', bodyText(loop.loopCardinality)),
    ...optional('element', zeebe?.inputElement),
    ...optional('until', bodyText(loop.completionCondition)),
    ...optional('outputCollection', zeebe?.outputCollection),
    ...optional('outputElement', zeebe?.outputElement),
    ...(throws.length ? { throws } : {}),
  };
}

/** Events that instances throw when they complete (table 10.30: behavior). */
function throwsOf(loop: Moddle, activity: Moddle): InstanceThrow[] {
  const thrown = (
    definition: unknown,
    when?: InstanceThrow['when'],
  ): InstanceThrow[] => {
    const throws = definition
      ? throwOf(definition as Moddle, activity)
      : undefined;
    return throws ? [{ throws, ...(when ? { when } : {}) }] : [];
  };
  switch (loop.behavior) {
    case 'None':
      return thrown(loop.noneBehaviorEventRef);
    case 'One':
      return thrown(loop.oneBehaviorEventRef, 'first');
    case 'Complex':
      return list(loop.complexBehaviorDefinition).flatMap(definition => {
        const condition = bodyText(definition.condition);
        const event = definition.event as Moddle | undefined;
        return list(event?.eventDefinitions)
          .concat(list(event?.eventDefinitionRef))
          .flatMap(one => thrown(one, { condition }));
      });
    default:
      return [];
  }
}

function bodyText(expression: unknown): string {
  return text((expression as Moddle | undefined)?.body).trim();
}
