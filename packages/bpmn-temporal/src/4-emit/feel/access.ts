import { literal } from '../code';
import { nameOf } from './syntax';
import type { Syntax } from './syntax';
import { Untranslatable } from './translation';
import type { Translation } from './translation';

/** `a.b.c` is `get(v.a, 'b', 'c')`: a value that is missing on the way makes null. */
export function translateAccess(node: Syntax, t: Translation): string {
  const path: string[] = [];
  let target = node;
  while (target.kind === 'PathExpression') {
    const [inner, , name] = target.parts;
    if (!inner || name?.kind !== 'PathName') throw new Untranslatable();
    path.unshift(literal(nameOf(name)));
    target = inner;
  }
  return `${t.use('get')}(${[t.code(target, t), ...path].join(', ')})`;
}
