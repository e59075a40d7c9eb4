import { text, typeName, walk } from '../moddle';
import type { ReadResult, ReadWarning } from '../moddle';
import { calls } from './calls';
import type { Carry } from './carry';
import { decisions } from './decisions';
import { documentation } from './documentation';
import { expressions, names } from './expressions';
import { jobs } from './jobs';
import { loops, namedCollection } from './loops';
import { mappings } from './mappings';
import { owners } from './owners';
import { enginePrefixes, saidOf } from './said';
import { scripts } from './scripts';
import { startForms, users } from './users';

/** In this order: a decision or script takes its result before a job would, a connector's mappings before they are read. */
const carries: readonly Carry[] = [
  decisions,
  scripts,
  jobs,
  mappings,
  users,
  startForms,
  calls,
  loops,
  documentation,
];

/**
 * Says in Zeebe's extensions and in FEEL what the extensions of Camunda 7, Flowable and Activiti say, where both mean the
 * same; the table is docs/reference/vendor-extensions.md. What is left in the tree is refused by its name.
 */
export function carryOver(read: ReadResult, source: string): ReadResult {
  const prefixes = enginePrefixes(source);
  if (!prefixes.size) return read;
  names(read.definitions);
  for (const element of [...walk(read.definitions)]) {
    if (!element.$type.startsWith('bpmn:')) continue;
    const said = saidOf(element, prefixes);
    const type = typeName(element);
    for (const { types, carry } of carries)
      if (types.includes('*') || types.includes(type)) carry(said, prefixes);
    if (type === 'userTask') owners(element);
    expressions(element);
  }
  return {
    ...read,
    warnings: read.warnings.filter(warning => !solved(warning)),
  };
}

function solved({ element, property, value, message }: ReadWarning): boolean {
  return (
    /unresolved reference/i.test(message) &&
    element?.$type === 'bpmn:MultiInstanceLoopCharacteristics' &&
    namedCollection(element, text(property), text(value))
  );
}
