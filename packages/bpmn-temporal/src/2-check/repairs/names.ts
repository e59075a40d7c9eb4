import type { Moddle } from '../../1-parse/moddle';
import { text } from '../../1-parse/moddle';

/** The type of a made-up job: the element's name in kebab-case, else its id. */
export function jobTypeOf(element: Moddle): string {
  return kebabCase(text(element.name)) || kebabCase(text(element.id)) || 'job';
}

export function kebabCase(name: string): string {
  return words(name).join('-').toLowerCase();
}

/** What a made-up message, signal, error or escalation is called: after the element, else by its id. */
export function nameOf(element: Moddle): string {
  return text(element.name).replace(/\s+/g, ' ').trim() || text(element.id);
}

/**
 * A variable that is named after the element. The last word says what it holds, and keeps the name apart from the words
 * of FEEL.
 */
export function variableOf(element: Moddle, lastWord: string): string {
  const [first = '', ...others] = words(nameOf(element));
  const name = [first.toLowerCase(), ...others.map(capital)].join('');
  const safe = /^[\p{L}_]/u.test(name) ? name : `_${name}`;
  return `${safe}${lastWord}`;
}

/** The id as the name of a variable. */
export function variableOfId(element: Moddle): string {
  const id = text(element.id).replace(/[^\p{L}\p{N}_]/gu, '_');
  return /^[\p{L}_]/u.test(id) ? id : `_${id}`;
}

function words(name: string): string[] {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
