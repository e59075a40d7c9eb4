import { enginePrefixes } from '../../1-parse/vendors/said';
import { flowElements } from '../executed';
import type { Rule } from '../rule';
import { saysWhatIsDone } from './foreign-extension';

export const foreignAttribute: Rule = {
  code: 'BT1106',
  severity: 'warning',
  title: 'An attribute of another tool is not executed',
  hint: 'Remove it, or say the same with Zeebe extension elements.',
  *find(parsed) {
    const engines = enginePrefixes(parsed.source);
    for (const { element, processId } of flowElements(parsed))
      for (const name of Object.keys(element.$attrs ?? {}))
        if (
          name.includes(':') &&
          !known.test(name) &&
          !saysWhatIsDone(name, engines)
        )
          yield {
            elementId: element.id,
            processId,
            message: `The attribute ${name} is not executed`,
          };
  },
};

/** Declarations of namespaces, and attributes that say how a drawing looks or was made. */
const known = /^(?:xmlns|xsi|zeebe|modeler|bioc|color):/;
