import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const conditionSource: Rule = {
  code: 'BT2111',
  severity: 'error',
  title: 'A conditional flow leaves an event or a gateway that does not choose',
  hint: 'Remove the condition, or put an exclusive or inclusive gateway in front of the flow.',
  *find(parsed) {
    for (const flow of every(parsed, 'SequenceFlow')) {
      const source = flow.sourceRef;
      if (
        flow.conditionExpression &&
        (is(source, 'Event') ||
          is(source, 'ParallelGateway') ||
          is(source, 'EventBasedGateway'))
      )
        yield at(flow, `${flow.id} leaves ${tell(source)} on a condition`);
    }
  },
};
