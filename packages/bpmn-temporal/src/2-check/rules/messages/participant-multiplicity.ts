import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const participantMultiplicity: Rule = {
  code: 'BT2201',
  severity: 'error',
  title: 'The multiplicity of a participant is not possible',
  hint: 'The minimum is 0 or more; the maximum is 1 or more, and not less than the minimum.',
  *find(parsed) {
    for (const element of every(parsed, 'ParticipantMultiplicity')) {
      const minimum = Number(element.minimum ?? 0);
      const maximum = Number(element.maximum ?? Math.max(1, minimum));
      if (!(minimum >= 0 && maximum >= 1 && maximum >= minimum))
        yield at(
          element,
          `${tell(element)} goes from ${minimum} to ${maximum}`,
        );
    }
  },
};
