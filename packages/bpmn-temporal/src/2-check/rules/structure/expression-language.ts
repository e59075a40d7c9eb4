import { text } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const expressionLanguage: Rule = {
  code: 'BT2106',
  severity: 'error',
  title: 'The language of an expression is no URI',
  hint: 'Name the language by a URI such as https://www.omg.org/spec/DMN/20191111/FEEL/, or leave it out.',
  *find(parsed) {
    yield* check(parsed.definitions, 'expressionLanguage');
    yield* check(parsed.definitions, 'typeLanguage');
    for (const expression of every(parsed, 'FormalExpression'))
      yield* check(expression, 'language');
  },
};

function* check(element: Moddle, attribute: string): Generator<Finding> {
  const language = text(element[attribute]);
  if (language && !uri.test(language))
    yield at(
      element,
      `${attribute} of ${tell(element)} is ${JSON.stringify(language)}`,
    );
}

/** The characters of RFC 3986; a percent sign stands before two hexadecimal digits only. */
const uri = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})+$/;
