import type { CallActivity } from '../../1-parse/model';
import { extension, text, typeName } from '../../1-parse/moddle';
import { flowElements, nodes, show } from '../executed';
import type { Rule } from '../rule';

export const callBinding: Rule = {
  code: 'BT1215',
  severity: 'error',
  title: 'A call is bound to a version that there is not',
  hint: 'Bind it to "latest"; to "deployment" only a process of the same drawing; with "versionTag" say the tag.',
  *find(parsed) {
    const own = new Set(parsed.drawing.processes.map(({ id }) => id));
    const isKnown = ({ process }: CallActivity) =>
      process.startsWith('=') || own.has(process);
    for (const { node, processId } of nodes(parsed)) {
      if (node.kind !== 'call' || node.binding.kind === 'latest') continue;
      const { binding } = node;
      const what =
        binding.kind === 'versionTag'
          ? !binding.versionTag && 'a version tag, and does not say which'
          : !isKnown(node) && `${node.process}, which is not in the drawing`;
      if (what)
        yield {
          elementId: node.id,
          processId,
          message: `${show(node)} is bound to ${what}`,
        };
    }
    for (const { element, processId } of flowElements(parsed)) {
      if (typeName(element) !== 'callActivity') continue;
      const type = text(extension(element, 'CalledElement')?.bindingType);
      if (type && !bindings.has(type))
        yield {
          elementId: element.id,
          processId,
          message: `${show(
            element,
          )} has the binding ${type}, which nobody knows`,
        };
    }
  },
};

const bindings = new Set(['latest', 'deployment', 'versionTag']);
