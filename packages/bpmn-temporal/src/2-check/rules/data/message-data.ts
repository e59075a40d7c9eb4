import { dataOf, itemOf, payloadOf, sameItem } from '../../data';
import { at, every, tell } from '../../model';
import type { Rule } from '../../rule';

export const messageData: Rule = {
  code: 'BT2303',
  severity: 'error',
  title: 'The data of a send or receive task does not match its message',
  hint: 'Give a send task at most one input and a receive task at most one output, like the message’s item.',
  *find(parsed) {
    for (const [type, side, set] of [
      ['SendTask', 'inputs', 'inputSets'],
      ['ReceiveTask', 'outputs', 'outputSets'],
    ] as const)
      for (const task of every(parsed, type)) {
        const data = dataOf(task);
        if (data[side].length > 1 || data[set].length > 1)
          yield at(
            task,
            `${tell(task)} has ${data[side].length} ${side} in ${
              data[set].length
            } sets`,
          );
        else if (
          task.messageRef &&
          data[side].length === 1 &&
          !sameItem(itemOf(data[side][0]), payloadOf(task.messageRef))
        )
          yield at(task, `The ${side} of ${tell(task)} are not the message’s`);
      }
  },
};
