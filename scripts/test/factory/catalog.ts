import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { waitFor } from '../../factory/waitFor';
import type { TestFactory } from './context';

const entities = z.array(
  z.object({
    kind: z.string(),
    metadata: z.object({ name: z.string(), namespace: z.string() }),
    spec: z.object({ type: z.string().optional() }).loose().optional(),
    relations: z
      .array(z.object({ type: z.string(), targetRef: z.string() }))
      .default([]),
  }),
);

/** The example in the catalog. */
export function catalog(factory: () => TestFactory): void {
  const list = async (person: 'ada' | 'olga', filter: string) => {
    const response = await factory().persons[person].fetch(
      `/api/catalog/entities?filter=${filter}`,
    );
    return entities.parse(await response.json());
  };

  describe('the catalog', () => {
    it('has the system with components of the three types, APIs and resources', async () => {
      const found = await waitFor(
        'The catalog',
        async () => {
          const loaded = await list('ada', 'metadata.namespace=demo');
          return loaded.length >= 20 ? loaded : undefined;
        },
        { seconds: 30 },
      );
      const kinds = new Set(
        found.map(({ kind, spec }) => `${kind} ${spec?.type ?? ''}`.trim()),
      );
      for (const kind of [
        'System',
        'Component domain-controller',
        'Component process-controller',
        'Component agent',
        'API grpc',
        'Resource database',
        'Resource queue',
        'Resource temporal-namespace',
        'Group team',
        'User',
      ]) {
        assert.ok(
          kinds.has(kind),
          `${kind} is not among ${[...kinds].join(', ')}`,
        );
      }
    });

    it('relates everything to something that is there', async () => {
      const found = await list('ada', 'metadata.namespace=demo');
      const refs = new Set(
        found.map(({ kind, metadata }) =>
          `${kind}:${metadata.namespace}/${metadata.name}`.toLowerCase(),
        ),
      );
      const dangling = found
        .flatMap(({ metadata, relations }) =>
          relations.map(
            ({ type, targetRef }) => `${metadata.name} ${type} ${targetRef}`,
          ),
        )
        .filter(text => !refs.has(text.split(' ')[2]));
      assert.deepEqual(dangling, []);
    });

    it('draws relations from the bindings in the drawing', async () => {
      const expected = [
        'contracts',
        'inventory',
        'lead-qualifier',
        'order-to-cash',
        'sales',
      ].map(name => `component:demo/${name}`);
      await factory().persons.ada.fetch('/api/catalog/refresh', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ entityRef: 'component:demo/lead-to-order' }),
      });
      await waitFor(
        'The relations',
        async () => {
          const [process] = await list(
            'ada',
            'kind=component,metadata.name=lead-to-order',
          );
          const targets =
            process?.relations
              .filter(({ type }) => type === 'dependsOn')
              .map(({ targetRef }) => targetRef) ?? [];
          return expected.every(ref => targets.includes(ref)) || undefined;
        },
        { seconds: 30 },
      );
    });

    it('shows nothing of the tenant to another', async () => {
      assert.deepEqual(await list('olga', 'metadata.namespace=demo'), []);
    });
  });
}
