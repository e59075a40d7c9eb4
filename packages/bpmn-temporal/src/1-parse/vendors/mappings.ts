import { list, text, typeName } from '../moddle';
import type { Moddle } from '../moddle';
import { map } from '../zeebe';
import type { Carry } from './carry';
import { valueOf } from './el';
import { bodyOf, children } from './said';

interface Entry {
  readonly source: string;
  readonly target: string;
}

/** Input and output of an activity, where they are constants, expressions, lists or maps; a script in one is refused. */
export const mappings: Carry = {
  types: ['*'],
  carry(said, prefixes) {
    for (const found of said.extensions('inputOutput')) {
      const input = children(found, 'inputParameter', prefixes).map(entryOf);
      const output = children(found, 'outputParameter', prefixes).map(entryOf);
      if (!complete(input) || !complete(output)) continue;
      map(said.element, 'inputParameters', input);
      map(said.element, 'outputParameters', output);
      said.takeExtension(found);
    }
  },
};

function complete(entries: readonly (Entry | undefined)[]): entries is Entry[] {
  return !entries.includes(undefined);
}

function entryOf(parameter: Moddle): Entry | undefined {
  const source = sourceOf(parameter);
  const target = text(parameter.name);
  return source && target ? { source, target } : undefined;
}

function sourceOf(parameter: Moddle): string | undefined {
  const [inside, ...more] = list(parameter.$children);
  if (!inside) return valueOf(bodyOf(parameter)) || '=null';
  if (more.length) return undefined;
  const items = list(inside.$children).map(item => ({
    key: text(item.key),
    feel: item.$children ? undefined : feel(bodyOf(item)),
  }));
  if (items.some(item => item.feel === undefined)) return undefined;
  switch (typeName(inside)) {
    case 'list':
      return `=[${items.map(item => item.feel).join(', ')}]`;
    case 'map':
      return `={${items
        .map(item => `${JSON.stringify(item.key)}: ${item.feel}`)
        .join(', ')}}`;
    default:
      return undefined;
  }
}

/** A value as a FEEL expression without `=`. */
function feel(body: string): string | undefined {
  const value = valueOf(body);
  if (value === undefined) return undefined;
  return value.startsWith('=') ? value.slice(1) : JSON.stringify(value);
}
