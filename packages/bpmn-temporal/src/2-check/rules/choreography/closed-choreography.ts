import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const closedChoreography: Rule = {
  code: 'BT2403',
  severity: 'error',
  title: 'A collaboration has messages beyond its closed choreography',
  hint: 'Draw the message flow in the choreography too, or let it not be closed.',
  *find(parsed) {
    for (const collaboration of every(parsed, 'Collaboration'))
      for (const choreography of list(collaboration.choreographyRef))
        if (choreography.isClosed === true)
          for (const flow of list(collaboration.messageFlows))
            if (!agreed(choreography, flow))
              yield at(
                flow,
                `${tell(flow)} is not in ${tell(
                  choreography,
                )}, which is closed`,
              );
  },
};

/** The two name their participants differently; what makes a message flow the same is its message. */
function agreed(choreography: Moddle, flow: Moddle): boolean {
  return list(choreography.messageFlows).some(
    other =>
      other === flow ||
      (flow.messageRef !== undefined && other.messageRef === flow.messageRef),
  );
}
