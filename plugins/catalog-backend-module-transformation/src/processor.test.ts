import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorResult } from '@backstage/plugin-catalog-node';
import { createControllerProcessor } from './processor';

const component = (
  type: string,
  annotations: Record<string, string>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'lead-to-order', namespace: 'demo', annotations },
  spec: { type, lifecycle: 'production', owner: 'group:demo/sales' },
});
const process = component('process-controller', {
  'ameide.io/artifact': 'tenants/demo/artifacts/lead-to-order',
  'ameide.io/temporal-namespace': 'default',
  'ameide.io/task-queue': 'demo.lead-to-order',
});
const location = {
  type: 'url',
  target: 'https://forge.example/catalog-info.yaml',
};
const bindings = jest.fn(async () => [
  'component:demo/sales',
  'component:other/secrets',
]);
const processor = createControllerProcessor(bindings);
const check = (entity: Entity) =>
  processor.preProcessEntity!(entity, location, () => {}, location, {
    get: async () => undefined,
    set: async () => {},
  });

describe('validation', () => {
  it('takes valid components and everything that is none of ours', async () => {
    await expect(check(process)).resolves.toBe(process);
    await expect(
      check(
        component('domain-controller', {
          'ameide.io/proto-package': 'demo.sales.v1',
        }),
      ),
    ).resolves.toBeDefined();
    await expect(check(component('agent', {}))).resolves.toBeDefined();
    await expect(check(component('website', {}))).resolves.toBeDefined();
  });

  it.each([
    [
      'process-controller',
      {},
      /annotations\["ameide.io\/artifact"\] is missing.*\["ameide.io\/task-queue"\] is missing/,
    ],
    ['domain-controller', {}, /\["ameide.io\/proto-package"\] is missing/],
    [
      'domain-controller',
      { 'ameide.io/proto-package': 'Sales' },
      /must be a Protobuf package/,
    ],
    [
      'agent',
      { 'ameide.io/artifact': '../../etc' },
      /must read tenants\/TENANT/,
    ],
    [
      'process-controller',
      {
        ...process.metadata.annotations,
        'ameide.io/artifact': 'tenants/other/artifacts/x',
      },
      /artifact of the tenant other, but the entity's namespace is demo/,
    ],
  ])('refuses a %s with %j', async (type, annotations, message) => {
    await expect(check(component(type, annotations))).rejects.toThrow(message);
  });
});

describe('relations', () => {
  it('follow the bindings of the drawing, and never leave the tenant', async () => {
    const emitted: CatalogProcessorResult[] = [];
    await processor.postProcessEntity!(
      process,
      location,
      result => emitted.push(result),
      { get: async () => undefined, set: async () => {} },
    );
    expect(bindings).toHaveBeenCalledWith('demo', 'lead-to-order');
    const self = {
      kind: 'Component',
      namespace: 'demo',
      name: 'lead-to-order',
    };
    const sales = { kind: 'component', namespace: 'demo', name: 'sales' };
    expect(emitted).toEqual([
      {
        type: 'relation',
        relation: { source: self, type: 'dependsOn', target: sales },
      },
      {
        type: 'relation',
        relation: { source: sales, type: 'dependencyOf', target: self },
      },
      expect.objectContaining({
        type: 'error',
        error: expect.objectContaining({
          message: expect.stringContaining('"component:other/secrets"'),
        }),
      }),
    ]);
  });
});
