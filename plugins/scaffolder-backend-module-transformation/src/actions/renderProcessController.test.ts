import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createRenderAction } from './render';
import { RENDERERS } from './renderers';

const PARAMETERS = {
  name: 'returns',
  title: 'Returns ${{ 7 * 7 }}',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
  dependencies: ['component:demo/orders', 'api:demo/orders-orders-v1'],
};

const directory = createMockDirectory();
let workspaces = 0;

async function render(parameters: Record<string, string | string[]>) {
  const workspace = `workspace-${workspaces++}`;
  directory.addContent({ [workspace]: { 'package.json': '{"name":"x"}' } });
  const workspacePath = directory.resolve(workspace);
  const context = createMockActionContext({
    workspacePath,
    input: {
      template: 'template:default/process-controller',
      version: '1',
      parameters,
    },
  });
  const done = createRenderAction(
    RENDERERS.find(({ kind }) => kind === 'process-controller')!,
  ).handler(context);
  const read = (path: string) =>
    readFileSync(join(workspacePath, path), 'utf8');
  return { done, read, workspacePath };
}

describe('ameide:render-process-controller', () => {
  it('writes the entities with what the process provides and needs', async () => {
    const { done, read } = await render(PARAMETERS);
    await done;
    const [component, api, namespace] = parseAllDocuments(
      read('catalog-info.yaml'),
    ).map(document => document.toJS());
    expect(component).toMatchObject({
      kind: 'Component',
      metadata: {
        title: PARAMETERS.title,
        annotations: {
          'ameide.io/artifact': 'tenants/demo/artifacts/returns',
          'ameide.io/template': 'template:default/process-controller',
        },
      },
      spec: {
        type: 'process-controller',
        providesApis: [api.metadata.name],
        consumesApis: ['api:demo/orders-orders-v1'],
        dependsOn: [
          `resource:demo/${namespace.metadata.name}`,
          'component:demo/orders',
        ],
      },
    });
    expect(namespace.spec.type).toBe('temporal-namespace');
  });

  it('writes what it was made from, without the drawing', async () => {
    const { done, read } = await render({ ...PARAMETERS, drawing: '<x/>' });
    await done;
    expect(parse(read('.factory/answers.yaml'))).toEqual({
      template: 'template:default/process-controller',
      version: '1',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      parameters: {
        ...PARAMETERS,
        description: '',
        language: 'typescript',
        starter: 'review',
        ci: 'github',
      },
    });
    expect(JSON.parse(read('package.json')).name).toBe('returns');
  });

  it('gives each service that jobs call an address', async () => {
    const { done, read } = await render(PARAMETERS);
    await done;
    expect(read('src/clients/dependencies.ts')).toContain(
      "'orders': { ref: 'component:demo/orders', variable: 'ORDERS_URL' },",
    );
    expect(parse(read('chart/values.yaml')).dependencies).toEqual([
      { variable: 'ORDERS_URL', url: 'http://orders.demo:8080' },
    ]);
  });

  it.each([
    [{ name: '../../x' }, /cannot be made .* name: /],
    [
      { language: 'go', drawing: '<x/>' },
      /drawing: a worker in go begins with a starter/,
    ],
    [{ dependencies: ["component:demo/x'"] }, /dependencies.0: /],
    [
      { dependencies: ['component:demo/a-b', 'component:demo/a.b'] },
      /component:demo\/a.b: A_B_URL is taken already/,
    ],
  ])('refuses %j, and writes nothing', async (wrong, problem) => {
    const { done, workspacePath } = await render({ ...PARAMETERS, ...wrong });
    await expect(done).rejects.toThrow(problem);
    expect(readdirSync(workspacePath)).toEqual(['package.json']);
  });
});
