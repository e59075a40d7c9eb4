import type { Rule } from '../../rule';
import { tags } from '../../tags';
import type { Tag } from '../../tags';

export const loopMarkers: Rule = {
  code: 'BT2115',
  severity: 'error',
  title: 'An activity has two loop markers',
  hint: 'Let it be a loop or a multi-instance activity, not both.',
  *find(parsed) {
    // the reader keeps the last of the two without a word
    const seen = new Set<Tag>();
    for (const { name, parent } of tags(parsed.source)) {
      if (!parent || !markers.has(name)) continue;
      if (seen.has(parent))
        yield {
          elementId: parent.id,
          message: `${parent.name} ${parent.id ?? ''} has two loop markers`,
        };
      seen.add(parent);
    }
  },
};

const markers = new Set([
  'standardLoopCharacteristics',
  'multiInstanceLoopCharacteristics',
]);
