import type { Moddle } from '../../../1-parse/moddle';
import { dataOf, itemOf, payloadOf, sameItem } from '../../data';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const serviceData: Rule = {
  code: 'BT2302',
  severity: 'error',
  title: 'The data of a service task does not match its operation',
  hint: 'Give it one input set with one input like the operation’s incoming message, and an output like the outgoing one.',
  *find(parsed) {
    for (const task of every(parsed, 'ServiceTask')) {
      const operation = task.operationRef;
      if (!is(operation, 'Operation')) continue;
      const { inputs, outputs, inputSets, outputSets } = dataOf(task);
      if (inputSets.length !== 1 || inputs.length !== 1)
        yield at(
          task,
          `${tell(task)} has ${inputs.length} inputs in ${
            inputSets.length
          } sets`,
        );
      else if (!sameItem(itemOf(inputs[0]), payloadOf(operation.inMessageRef)))
        yield at(task, `The input of ${tell(task)} is not the operation’s`);
      const answer = operation.outMessageRef as Moddle | undefined;
      if (outputSets.length > 1 || (answer && outputs.length !== 1))
        yield at(
          task,
          `${tell(task)} has ${outputs.length} outputs in ${
            outputSets.length
          } sets`,
        );
      else if (answer && !sameItem(itemOf(outputs[0]), payloadOf(answer)))
        yield at(task, `The output of ${tell(task)} is not the operation’s`);
    }
  },
};
