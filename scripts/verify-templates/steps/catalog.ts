import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Step } from '../step';

/** Every entity passes the catalog's own processors, and what it refers to by `$text` is there. */
export const catalog: Step = {
  name: 'catalog entities',
  async run({ dir, scaffolder }) {
    const text = readFileSync(join(dir, 'catalog-info.yaml'), 'utf8');
    const entities = parseAllDocuments(text).map(document => document.toJS());
    if (!entities.length) throw new Error('There is no entity');
    for (const entity of entities) {
      const file = entity.spec?.definition?.$text;
      if (file) {
        if (!existsSync(join(dir, file))) throw new Error(`${file} is missing`);
        // what the catalog's placeholder processor does first
        entity.spec.definition = readFileSync(join(dir, file), 'utf8');
      }
      const problem = await scaffolder.validateEntity(entity);
      if (problem) throw new Error(`${entity.metadata?.name}: ${problem}`);
    }
    return `${entities.length} entities`;
  },
};
