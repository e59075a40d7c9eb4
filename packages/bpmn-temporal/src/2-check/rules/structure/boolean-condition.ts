import { text } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, isExecutable, tell } from '../../model';
import type { Rule } from '../../rule';

export const booleanCondition: Rule = {
  code: 'BT2124',
  severity: 'error',
  title: 'A condition is a number or a text',
  hint: 'Write an expression that is true or false.',
  *find(parsed) {
    for (const [type, property] of conditions)
      for (const element of every(parsed, type)) {
        const expression = element[property] as Moddle | undefined;
        if (!expression || !isExecutable(element)) continue;
        const answer = text(
          (expression.evaluatesToTypeRef as Moddle | undefined)?.structureRef,
        );
        if (constant.test(text(expression.body).trim()) || other.test(answer))
          yield at(
            element,
            `${property} of ${tell(element)} is ${text(
              expression.body,
            )} ${answer}`.trim(),
          );
      }
  },
};

const conditions = [
  ['SequenceFlow', 'conditionExpression'],
  ['StandardLoopCharacteristics', 'loopCondition'],
  ['MultiInstanceLoopCharacteristics', 'completionCondition'],
  ['ComplexBehaviorDefinition', 'condition'],
  ['AdHocSubProcess', 'completionCondition'],
  ['ConditionalEventDefinition', 'condition'],
  ['ComplexGateway', 'activationCondition'],
] as const;

/** A type of XML Schema that is not boolean. */
const other =
  /^(?:\w+:)?(?:int|integer|long|short|decimal|float|double|string|date|time|dateTime)$/;

/** A number or a string, and nothing else. */
const constant = /^=?\s*(?:[+-]?\d+(?:\.\d+)?|"[^"]*")$/;
