import { text, walk } from '../../1-parse/moddle';
import type { Moddle } from '../../1-parse/moddle';
import { feelError } from '../../4-emit/feel/syntax';
import { is } from '../model';
import { decide } from './decide';
import { missingJob } from './job';
import { variableOf } from './names';
import type { Repair } from './repair';
import { drop, set } from '../../1-parse/change';

/** What can't be read is left out, and then mended as if it had never been there. */
export const feelSyntax: Repair = {
  codes: ['BT1401'],
  hint: 'A job decides or does it where it was a condition or script; a collection became a variable; other expressions were left out.',
  mend(tree, element, finding) {
    if (!element) return false;
    if (is(element, 'SequenceFlow')) {
      const node = element.sourceRef;
      return is(node, 'FlowNode') && decide(tree, node as Moddle);
    }
    if (finding.message.startsWith('The script'))
      return missingJob.mend(tree, element, finding);
    return [...own(element)].some(part => mendPart(element, part));
  },
};

/** The element and what belongs to it, but not what a subprocess contains. */
function* own(element: Moddle): Generator<Moddle> {
  for (const part of walk(element)) {
    let at: Moddle | undefined = part;
    while (at && at !== element && !is(at, 'FlowElement')) at = at.$parent;
    if (at === element) yield part;
  }
}

function mendPart(element: Moddle, part: Moddle): boolean {
  for (const [name, value] of Object.entries(part)) {
    const source = text(value).trim();
    if (!source.startsWith('=') || !feelError(source.slice(1))) continue;
    const parent = part.$parent as Moddle;
    if (part.$type === 'zeebe:Input') drop(parent, 'inputParameters', part);
    else if (part.$type === 'zeebe:Output')
      drop(parent, 'outputParameters', part);
    else if (name === 'inputCollection')
      set(part, name, `=${variableOf(element, 'Items')}`);
    else if (name === 'body') expression(parent, part);
    else set(part, name, undefined);
    return true;
  }
  return false;
}

function expression(parent: Moddle, part: Moddle): void {
  for (const [name, value] of Object.entries(parent))
    if (value === part) set(parent, name, undefined);
}
