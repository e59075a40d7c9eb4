import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { itemOf, payloadOf, sameItem } from '../../data';
import { at, every, tell } from '../../model';
import type { Finding, Rule } from '../../rule';

export const interfaceBinding: Rule = {
  code: 'BT2305',
  severity: 'error',
  title: 'An operation that a process offers is not bound to its data',
  hint: 'Give it an ioBinding for each operation of its interfaces, with data like the operation’s messages.',
  *find(parsed) {
    for (const element of every(parsed, 'CallableElement')) {
      const bindings = list(element.ioBinding);
      for (const offered of list(element.supportedInterfaceRef))
        for (const operation of list(offered.operations))
          if (!bindings.some(binding => binding.operationRef === operation))
            yield at(
              element,
              `${tell(element)} does not bind ${tell(operation)}`,
            );
      for (const binding of bindings) yield* check(element, binding);
    }
  },
};

function* check(element: Moddle, binding: Moddle): Generator<Finding> {
  const operation = binding.operationRef as Moddle | undefined;
  for (const [data, refs, message] of [
    ['inputDataRef', 'dataInputRefs', 'inMessageRef'],
    ['outputDataRef', 'dataOutputRefs', 'outMessageRef'],
  ] as const) {
    const bound = binding[data] as Moddle | undefined;
    if (!bound || !operation?.[message]) continue;
    // a set stands for the data in it
    const [inside = bound] = list(bound[refs]);
    if (!sameItem(itemOf(inside), payloadOf(operation[message])))
      yield at(
        element,
        `${data} of ${tell(element)} is not like ${message} of ${tell(
          operation,
        )}`,
      );
  }
}
