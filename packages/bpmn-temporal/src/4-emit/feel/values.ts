import { literal, property } from '../code';
import { stringOf } from './literals';
import { allSyntax, nameOf } from './syntax';
import type { Syntax } from './syntax';
import { Untranslatable } from './translation';
import type { Translation } from './translation';

/** A variable, or what a loop around binds. Only a name that every object has anyway needs a detour. */
export function translateName(node: Syntax, t: Translation): string {
  const name = node.kind === '?' ? '?' : nameOf(node);
  const bound = t.bound.get(name);
  if (bound !== undefined) return bound;
  if (name === '?') throw new Untranslatable();
  // In a loop it may be FEEL's list of what the loop has answered so far.
  if (name === 'partial') throw new Untranslatable();
  t.reads();
  if (name in Object.prototype)
    return `${t.use('get')}(${t.variables}, ${literal(name)})`;
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name)
    ? `${t.variables}.${name}`
    : `${t.variables}[${literal(name)}]`;
}

/** The code of a part that is to be kept: a variable that does not exist is null there. */
export function kept(part: Syntax | undefined, t: Translation): string {
  const code = t.code(part, t);
  return part && mayMiss(part) ? `${code} ?? null` : code;
}

function mayMiss({ kind, parts }: Syntax): boolean {
  if (kind === 'VariableName') return true;
  if (kind !== 'ParenthesizedExpression' && kind !== 'IfExpression')
    return false;
  return parts.some(mayMiss);
}

export function translateList(
  elements: readonly Syntax[],
  t: Translation,
): string {
  return `[${elements.map(element => kept(element, t)).join(', ')}]`;
}

/** `{ a: 1, "b c": 2 }`; an entry that reads one before it has no translation. */
export function translateContext(
  entries: readonly Syntax[],
  t: Translation,
): string {
  const names = new Set<string>();
  const fields = entries.map(entry => {
    const [key, value] = entry.parts;
    const [name] = key?.parts ?? [];
    if (entry.kind !== 'ContextEntry' || !name || !value)
      throw new Untranslatable();
    const text = name.kind === 'StringLiteral' ? stringOf(name) : nameOf(name);
    for (const part of allSyntax(value))
      if (part.kind === 'VariableName' && names.has(nameOf(part)))
        throw new Untranslatable();
    if (names.has(text) || text === '__proto__') throw new Untranslatable();
    names.add(text);
    return `${property(text)}: ${kept(value, t)}`;
  });
  return fields.length ? `{ ${fields.join(', ')} }` : '{}';
}
