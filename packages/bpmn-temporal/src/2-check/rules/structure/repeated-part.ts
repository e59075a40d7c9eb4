import type { Rule } from '../../rule';
import { tags } from '../../tags';
import type { Tag } from '../../tags';

export const repeatedPart: Rule = {
  code: 'BT2139',
  severity: 'error',
  title: 'An element has a part twice that it may have once',
  hint: 'Keep one of the two.',
  *find(parsed) {
    // the reader keeps the last of the two without a word
    const seen = new Map<Tag, Set<string>>();
    for (const { name, parent } of tags(parsed.source)) {
      if (!parent || !single.has(name)) continue;
      const parts = seen.get(parent) ?? new Set();
      seen.set(parent, parts);
      if (parts.has(name))
        yield {
          elementId: idAround(parent),
          message: `${parent.name} ${idAround(parent) ?? ''} has two ${name}`,
        };
      parts.add(name);
    }
  },
};

function idAround(tag: Tag): string | undefined {
  let named: Tag | undefined = tag;
  while (named && named.id === undefined) named = named.parent;
  return named?.id;
}

const single = new Set([
  'activationCondition',
  'completionCondition',
  'complexBehaviorDefinition',
  'condition',
  'conditionExpression',
  'inputDataItem',
  'ioSpecification',
  'loopCardinality',
  'loopCondition',
  'loopDataInputRef',
  'loopDataOutputRef',
  'outputDataItem',
  'participantMultiplicity',
  'resourceAssignmentExpression',
  'timeCycle',
  'timeDate',
  'timeDuration',
  'transformation',
]);
