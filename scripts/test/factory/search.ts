import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { waitFor } from '../../factory/waitFor';
import type { TestFactory } from './context';

const results = z.object({
  results: z.array(
    z.object({
      type: z.string(),
      document: z.object({ title: z.string(), location: z.string() }),
    }),
  ),
});

/** Artifacts, by the store's own search and by the one of all plugins. */
export function search(factory: () => TestFactory): void {
  const find = async (person: 'ada' | 'olga', term: string) => {
    const response = await factory().persons[person].fetch(
      `/api/search/query?term=${term}`,
    );
    assert.equal(response.status, 200, await response.clone().text());
    return results
      .parse(await response.json())
      .results.filter(({ type }) => type === 'artifact')
      .map(({ document }) => document);
  };

  describe('the search', () => {
    it('finds an artifact by its content, for its own tenant alone', async () => {
      const { ada, olga } = factory().persons;
      for (const { api } of [ada, olga]) {
        await api.createArtifact({
          commandId: uuidv7(),
          kind: 'markdown',
          title: 'Handbook',
          content: `# Handbook\n\nAbout quokkas, by ${
            api === ada.api ? 'Ada' : 'Olga'
          }.\n`,
        });
      }
      const { items } = await ada.api.listArtifacts({ search: 'quokka' });
      assert.deepEqual(
        items.map(({ tenant, snippet }) => [tenant, snippet]),
        [['demo', 'About quokkas, by Ada.']],
      );
      const triggered = await ada.fetch(
        '/api/search/.backstage/scheduler/v1/tasks/search_index_artifact/trigger',
        { method: 'POST' },
      );
      assert.equal(triggered.status, 200, await triggered.text());
      const found = await waitFor(
        'The index',
        async () => {
          const documents = await find('ada', 'quokkas');
          return documents.length ? documents : undefined;
        },
        { seconds: 60 },
      );
      const handbookOf = (tenant: string) => ({
        title: 'Handbook',
        location: `/artifacts/handbook?tenant=${tenant}`,
      });
      assert.deepEqual(found, [handbookOf('demo')]);
      assert.deepEqual(await find('olga', 'quokkas'), [handbookOf('other')]);
      assert.deepEqual(await find('olga', 'Ada'), []);
      assert.deepEqual(await find('ada', 'Olga'), []);
    });
  });
}
