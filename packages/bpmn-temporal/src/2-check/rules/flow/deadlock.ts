import { graphOf } from '../../graph';
import { at, containers, tell } from '../../model';
import type { Rule } from '../../rule';
import { stuckJoins } from '../../stuck-joins';

export const deadlock: Rule = {
  code: 'BT2151',
  severity: 'warning',
  title: 'A parallel join waits for a branch that was not chosen',
  hint: 'Bring the branches together by a gateway of the kind that split them.',
  *find(parsed) {
    for (const container of containers(parsed))
      for (const { join, choice } of stuckJoins(graphOf(parsed, container)))
        yield at(
          join,
          `${tell(join)} waits for all of its flows, but ${tell(
            choice,
          )} chooses between them`,
        );
  },
};
