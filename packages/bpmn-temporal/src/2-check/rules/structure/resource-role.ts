import { list } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const resourceRole: Rule = {
  code: 'BT2114',
  severity: 'error',
  title: 'A resource is both named and computed',
  hint: 'Give the role either a resource with its parameters or an assignment expression.',
  *find(parsed) {
    for (const role of every(parsed, 'ResourceRole'))
      if (
        role.resourceAssignmentExpression &&
        (role.resourceRef || list(role.resourceParameterBindings).length > 0)
      )
        yield at(
          role,
          `${tell(role)} has a resource and an assignment expression`,
        );
  },
};
