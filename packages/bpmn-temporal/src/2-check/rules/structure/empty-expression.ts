import { text } from '../../../1-parse/moddle';
import { at, every, isExecutable, tell } from '../../model';
import type { Rule } from '../../rule';

export const emptyExpression: Rule = {
  code: 'BT2105',
  severity: 'error',
  title: 'An expression of an executable process is empty',
  hint: 'Write the expression, or remove its element.',
  *find(parsed) {
    for (const expression of every(parsed, 'FormalExpression'))
      if (isExecutable(expression) && !text(expression.body).trim())
        yield at(expression, `${tell(expression)} has no text`);
  },
};
