import { text } from '../../1-parse/moddle';
import type { Repair } from './repair';
import { drop, set } from '../../1-parse/change';

/** An expression without a text is as good as none. */
export const emptyExpression: Repair = {
  codes: ['BT2105'],
  hint: 'It was left out, and mended as if it had never been there.',
  mend(tree) {
    const empty = tree
      .all('FormalExpression')
      .filter(({ body }) => !text(body).trim());
    for (const expression of empty) {
      const parent = expression.$parent;
      if (!parent) continue;
      for (const [name, value] of Object.entries(parent))
        if (value === expression) set(parent, name, undefined);
        else if (Array.isArray(value) && value.includes(expression))
          drop(parent, name, expression);
    }
    return empty.length > 0;
  },
};
