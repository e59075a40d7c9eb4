import { at, every, is, isExecutable, speaksZeebe, tell } from '../../model';
import type { Rule } from '../../rule';

export const formalExpression: Rule = {
  code: 'BT2104',
  severity: 'error',
  title: 'An expression of an executable process is not formal',
  hint: 'Mark it with xsi:type="tFormalExpression", or draw for Zeebe, where every expression is FEEL.',
  *find(parsed) {
    if (speaksZeebe(parsed)) return;
    for (const expression of every(parsed, 'Expression'))
      if (isExecutable(expression) && !is(expression, 'FormalExpression'))
        yield at(expression, `${tell(expression)} is plain text`);
  },
};
