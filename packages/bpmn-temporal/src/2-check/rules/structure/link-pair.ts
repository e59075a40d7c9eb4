import type { Parsed } from '../../../1-parse';
import { definitionsOf } from '../../../1-parse/events';
import { list } from '../../../1-parse/moddle';
import type { Moddle } from '../../../1-parse/moddle';
import { at, every, is, tell } from '../../model';
import type { Rule } from '../../rule';

export const linkPair: Rule = {
  code: 'BT2131',
  severity: 'error',
  title: 'A link has no target, several targets, or no source',
  hint: 'Draw one catching link event of the same name in the same process or subprocess, and at least one that throws.',
  *find(parsed) {
    const sources = links(parsed, 'IntermediateThrowEvent');
    const targets = links(parsed, 'IntermediateCatchEvent');
    for (const source of sources) {
      const count = targets.filter(target => leads(source, target)).length;
      if (count !== 1)
        yield at(source.event, `${tell(source.event)} has ${count} targets`);
    }
    for (const target of targets)
      if (!sources.some(source => leads(source, target)))
        yield at(target.event, `${tell(target.event)} has no source`);
  },
};

interface Link {
  readonly event: Moddle;
  readonly definition: Moddle;
}

function links(parsed: Parsed, type: string): Link[] {
  return [...every(parsed, type)].flatMap(event =>
    definitionsOf(event)
      .filter(definition => is(definition, 'LinkEventDefinition'))
      .map(definition => ({ event, definition })),
  );
}

/** By reference where either end has one, and then both have to agree; else by name. */
function leads(source: Link, target: Link): boolean {
  if (source.event.$parent !== target.event.$parent) return false;
  const to = source.definition.target;
  const from = list(target.definition.source);
  if (to !== undefined || from.length > 0)
    return (
      (to === undefined || to === target.definition) &&
      (from.length === 0 || from.includes(source.definition))
    );
  return source.definition.name === target.definition.name;
}
