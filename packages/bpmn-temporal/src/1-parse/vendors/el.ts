import { feelError } from '../../4-emit/feel/syntax';
import { translate } from './el-parser';

/**
 * FEEL for a text of Camunda 7, Flowable or Activiti: `${amount > 1000}` is `amount > 1000`. Undefined where the text is
 * no expression, or FEEL has nothing that means the same, such as a call of a bean.
 */
export function feelOf(source: string): string | undefined {
  const inner = /^\s*[$#]\{([^{}]*)\}\s*$/.exec(source)?.[1];
  return inner === undefined ? undefined : checked(translate(inner));
}

/** The same for a condition, which some tools write without the signs around it; then it has to compare something. */
export function feelOfCondition(source: string): string | undefined {
  const feel = feelOf(source);
  if (feel !== undefined) return feel;
  return /[=!<>]=|[<>]|&&|\|\|/.test(source) && !/[$#]\{/.test(source)
    ? checked(translate(source))
    : undefined;
}

/**
 * A text with expressions in it as a FEEL expression with `=` in front, or as it is where there are none; undefined where
 * one of them can not be translated.
 */
export function valueOf(source: string): string | undefined {
  if (!/[$#]\{/.test(source)) return source;
  const whole = feelOf(source);
  if (whole !== undefined) return `=${whole}`;
  const parts = source.split(/([$#]\{[^{}]*\})/).filter(Boolean);
  const feel = parts.map(part => {
    if (!/^[$#]\{/.test(part)) return JSON.stringify(part);
    const inner = feelOf(part);
    return inner === undefined ? undefined : `string(${inner})`;
  });
  return parts.length > 1 && !feel.includes(undefined)
    ? `=${feel.join(' + ')}`
    : undefined;
}

/** Names may be words that FEEL reads otherwise. */
function checked(feel: string | undefined): string | undefined {
  return feel !== undefined && feelError(feel) === undefined ? feel : undefined;
}
