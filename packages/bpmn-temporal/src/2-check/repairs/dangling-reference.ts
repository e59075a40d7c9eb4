import type { Moddle } from '../../1-parse/moddle';
import { list, text } from '../../1-parse/moddle';
import { rootNamed } from './tree';
import type { Tree } from './tree';
import { set } from '../../1-parse/change';
import type { Repair } from './repair';

const made: Readonly<Record<string, [type: string, code?: string]>> = {
  messageRef: ['Message'],
  signalRef: ['Signal'],
  errorRef: ['Error', 'errorCode'],
  escalationRef: ['Escalation', 'escalationCode'],
};

/** Some tools write the name of a message or the code of an error where the standard wants a reference. */
export const danglingReference: Repair = {
  codes: ['BT1202'],
  hint: 'What it refers to was made up where it can be named; else the reference was left out.',
  mend(tree, _element, finding) {
    for (const { message, element, property, value } of tree.parsed.warnings) {
      if (!/unresolved reference/i.test(message) || !element) continue;
      if (element.id !== finding.elementId) continue;
      const name = text(property).replace(/^.*:/, '');
      if (made[name] && !element[name] && text(value))
        set(element, name, named(tree, name, text(value)));
    }
    return false;
  },
};

function named(tree: Tree, property: string, value: string): Moddle {
  const [type, code] = made[property] ?? ['Message'];
  const known = list(tree.definitions.rootElements).find(
    one => one.$type === `bpmn:${type}` && code && one[code] === value,
  );
  return known ?? rootNamed(tree, type, value, code ? { [code]: value } : {});
}
