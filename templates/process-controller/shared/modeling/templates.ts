import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateAllZeebe } from '@bpmn-io/element-templates-validator';

/** What is wrong with the element templates of a folder; one sentence each. */
export function templateProblems(dir: string): string[] {
  return readdirSync(dir)
    .filter(name => name.endsWith('.json'))
    .flatMap(name => {
      const template: unknown = JSON.parse(
        readFileSync(join(dir, name), 'utf8'),
      );
      const { results } = validateAllZeebe([template]);
      return results
        .filter(({ valid }) => !valid)
        .flatMap(({ errors }) =>
          (errors ?? []).map(({ message }) => `${name}: ${message}`),
        );
    });
}
