import { expression } from '../4-emit/expression';
import * as access from '../runtime/feel-access';
import * as arithmetic from '../runtime/feel-arithmetic';
import * as compare from '../runtime/feel-compare';
import { fn } from '../runtime/feel-functions';
import * as logic from '../runtime/feel-logic';
import * as range from '../runtime/feel-range';
import { feel } from '../runtime/feel';
import type { Feel } from '../runtime/feel';
import { interpret } from '../runtime/feelin';
import { toJson } from '../runtime/json';
import type { JsonObject, JsonValue } from '../runtime/json';

const runtime = {
  ...access,
  ...arithmetic,
  ...compare,
  ...logic,
  ...range,
  feel,
  fn,
  interpret,
};

/** What the emitted code of an expression makes, as the workflow would have it. */
export function compiled(source: string): Feel {
  const code = expression(`=${source}`, { use: name => name });
  // The text is the compiler's own, which is what is tested here.
  // eslint-disable-next-line no-new-func
  const make = new Function(...Object.keys(runtime), `return ${code};`);
  return make(...Object.values(runtime)) as Feel;
}

/** Whether the expression is translated at all. */
export function isTranslated(source: string): boolean {
  return expression(`=${source}`, { use: name => name }).startsWith('feel(');
}

/** The answer of the library alone; undefined where it throws. */
export function interpreted(
  source: string,
  variables: JsonObject,
): JsonValue | undefined {
  try {
    return toJson(interpret(source).evaluate(variables));
  } catch {
    return undefined;
  }
}
