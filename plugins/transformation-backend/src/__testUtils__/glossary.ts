import { createBackendModule } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ElementChange } from '@ameide/plugin-transformation-common';
import {
  artifactKindsExtensionPoint,
  type ArtifactKindDefinition,
} from '@ameide/plugin-transformation-node';

/** What a glossary says: meanings by term, one `term: meaning` a line. */
function read(content: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const [index, line] of content.split('\n').entries()) {
    if (!line.trim()) continue;
    const [, term, meaning] = /^([^:]+):(.*)$/.exec(line) ?? [];
    if (!term) {
      throw new InputError(
        `content: line ${
          index + 1
        } is no "term: meaning"; put a colon behind the term`,
      );
    }
    terms.set(term.trim(), meaning.trim());
  }
  return terms;
}

const write = (terms: Map<string, string>) =>
  [...terms].map(([term, meaning]) => `${term}: ${meaning}\n`).join('');

/** The words of a company, and what they mean. */
export const glossaryKind: ArtifactKindDefinition = {
  kind: 'glossary',
  schema: { type: 'object', additionalProperties: { type: 'string' } },
  async assertContent(content) {
    read(content);
  },
  validate: async content =>
    [...read(content)]
      .filter(([, meaning]) => !meaning)
      .map(([term]) => ({
        code: 'GL1001',
        severity: 'error',
        message: `${term} has no meaning`,
        hint: 'Write what it means behind the colon.',
        elementId: term,
      })),
  describe: async content => ({
    summary: `${read(content).size} terms`,
    searchText: content,
    references: [],
  }),
  async difference(before, after) {
    const [old, now] = [read(before), read(after)];
    const terms = [...new Set([...old.keys(), ...now.keys()])];
    return terms.flatMap((term): ElementChange[] => {
      const change = { elementId: term, elementType: 'term' };
      const [was, is] = [old.get(term), now.get(term)];
      if (was === is) return [];
      if (was === undefined) return [{ ...change, change: 'added' }];
      if (is === undefined) return [{ ...change, change: 'removed' }];
      const detail = `meaning changed from ${was} to ${is}`;
      return [{ ...change, change: 'changed', detail }];
    });
  },
  async apply(content, operations) {
    const terms = read(content);
    for (const operation of operations) {
      const { op, elementId: term } = operation;
      if (op === 'remove' && !terms.delete(term)) {
        throw new InputError(`operations: there is no term ${term}`);
      }
      if (op === 'set') terms.set(term, String(operation.value ?? ''));
    }
    return write(terms);
  },
  async merge(base, theirs, mine) {
    const [old, its, own] = [base, theirs, mine].map(read);
    const joined = new Map(its);
    const both: string[] = [];
    for (const term of new Set([...old.keys(), ...own.keys()])) {
      const [was, it, is] = [old.get(term), its.get(term), own.get(term)];
      if (is === was || is === it) continue;
      if (it !== was) both.push(term);
      else if (is === undefined) joined.delete(term);
      else joined.set(term, is);
    }
    if (both.length) return { elementIds: both };
    return { content: write(joined) };
  },
};

/** Adds the kind to the transformation backend. */
export const glossaryModule = createBackendModule({
  pluginId: 'transformation',
  moduleId: 'glossary',
  register(env) {
    env.registerInit({
      deps: { kinds: artifactKindsExtensionPoint },
      async init({ kinds }) {
        kinds.addKind(glossaryKind);
      },
    });
  },
});
