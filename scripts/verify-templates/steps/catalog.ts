import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Step } from '../step';

/** Every entity passes the catalog's own processors, and what it refers to by `$text` is there; those of a contract that is kept for itself too. */
export const catalog: Step = {
  name: 'catalog entities',
  async run({ dir, scaffolder }) {
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter(path => basename(path) === 'catalog-info.yaml')
      .map(path => join(dir, path));
    const entities = files.flatMap(file =>
      parseAllDocuments(readFileSync(file, 'utf8')).map(document => ({
        folder: dirname(file),
        entity: document.toJS(),
      })),
    );
    if (!entities.length) throw new Error('There is no entity');
    for (const { folder, entity } of entities) {
      const file = entity.spec?.definition?.$text;
      if (file) {
        const path = join(folder, file);
        if (!existsSync(path)) throw new Error(`${file} is missing`);
        // what the catalog's placeholder processor does first
        entity.spec.definition = readFileSync(path, 'utf8');
      }
      const problem = await scaffolder.validateEntity(entity);
      if (problem) throw new Error(`${entity.metadata?.name}: ${problem}`);
    }
    return `${entities.length} entities`;
  },
};
