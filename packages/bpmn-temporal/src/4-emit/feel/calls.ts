import { camelCase } from '../code';
import { signatureOf } from './functions';
import { kept } from './values';
import { nameOf } from './syntax';
import type { Syntax } from './syntax';
import { binding, body, Untranslatable } from './translation';
import type { Translation } from './translation';

/** `string length(x)` is `fn.stringLength(x)`. A variable never hides a function. */
export function translateCall(
  parts: readonly Syntax[],
  t: Translation,
): string {
  const [target, , list] = parts;
  if (target?.kind !== 'VariableName' || list?.kind !== 'PositionalParameters')
    throw new Untranslatable();
  const name = nameOf(target);
  const given = list.parts;
  if (t.bound.has(name)) throw new Untranslatable();
  if (name === 'not' && given.length === 1)
    return `${t.use('not')}(${t.code(given[0], t)})`;
  if (name === 'sort') return translateSort(given, t);
  const signature = signatureOf(name);
  if (
    !signature ||
    given.length < signature.required ||
    given.length > signature.required + signature.optional
  )
    throw new Untranslatable();
  const values = given.map((part, index) =>
    index < signature.required ? t.code(part, t) : kept(part, t),
  );
  return `${t.use('fn')}.${camelCase(name)}(${values.join(', ')})`;
}

/** `sort(list, function(a, b) a < b)` is `fn.sort(list, (a, b) => lt(a, b))`. */
function translateSort(given: readonly Syntax[], t: Translation): string {
  const [list, precedes] = given;
  if (given.length !== 2 || precedes?.kind !== 'FunctionDefinition')
    throw new Untranslatable();
  const names = precedes.parts
    .find(part => part.kind === 'FormalParameters')
    ?.parts.map(nameOf);
  const [inner] =
    precedes.parts.find(part => part.kind === 'FunctionBody')?.parts ?? [];
  if (names?.length !== 2 || new Set(names).size !== 2)
    throw new Untranslatable();
  const { inside, parameters } = binding(t, names);
  const code = body(t.code(inner, inside));
  return `${t.use('fn')}.sort(${t.code(list, t)}, (${parameters.join(
    ', ',
  )}) => ${code})`;
}
