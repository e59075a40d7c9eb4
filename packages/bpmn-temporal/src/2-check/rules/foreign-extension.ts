import { hostOf } from '../../1-parse/moddle';
import { operational } from '../../1-parse/vendors/documentation';
import { drawingPrefixes, enginePrefixes } from '../../1-parse/vendors/said';
import { executed } from '../executed';
import type { Rule } from '../rule';

export const foreignExtension: Rule = {
  code: 'BT1104',
  severity: 'error',
  title:
    'An extension element of another tool says something that is not executed',
  hint: 'Remove it, or say the same with Zeebe extension elements.',
  *find(parsed) {
    const engines = enginePrefixes(parsed.source);
    const drawn = drawingPrefixes(parsed.source);
    for (const { element, processId } of executed(parsed)) {
      for (const name of Object.keys(element.$attrs ?? {}))
        if (saysWhatIsDone(name, engines))
          yield {
            elementId: element.id ?? hostOf(element)?.id,
            processId,
            message: `The attribute ${name}="${String(
              element.$attrs?.[name],
            )}" has no equivalent here`,
          };
      const [prefix = ''] = element.$type.split(':');
      if (known.has(prefix) || drawn.has(prefix)) continue;
      const host = hostOf(element);
      yield {
        elementId: host?.id,
        processId,
        message: `${element.$type} is an extension that is not known here`,
      };
    }
  },
};

const known = new Set(['bpmn', 'zeebe', 'modeler']);

/** What an engine's attribute says is carried over or refused; only how it runs and shows it may be left out. */
export function saysWhatIsDone(
  attribute: string,
  engines: ReadonlySet<string>,
): boolean {
  const [prefix = '', name = ''] = attribute.split(':');
  return engines.has(prefix) && !operational.has(name);
}
