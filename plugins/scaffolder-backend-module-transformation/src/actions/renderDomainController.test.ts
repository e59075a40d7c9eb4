import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createRenderAction } from './render';
import { RENDERERS } from './renderers';

const PARAMETERS = {
  name: 'orders',
  title: 'Orders ${{ 7 * 7 }}',
  organization: 'acme',
  domain: 'orders',
  language: 'typescript',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
  aggregates: [
    { name: 'Order', fields: [{ name: 'customer', type: 'string' }] },
  ],
};

const directory = createMockDirectory();
let workspaces = 0;

async function render(
  parameters: typeof PARAMETERS,
  skeleton: Record<string, string> = { 'package.json': '{"name":"service"}' },
) {
  const workspace = `workspace-${workspaces++}`;
  directory.addContent({ [workspace]: skeleton });
  const workspacePath = directory.resolve(workspace);
  const context = createMockActionContext({
    workspacePath,
    input: {
      template: 'template:default/domain-controller',
      version: '1',
      parameters,
    },
  });
  const done = createRenderAction(
    RENDERERS.find(({ kind }) => kind === 'domain-controller')!,
  ).handler(context);
  const read = (path: string) =>
    readFileSync(join(workspacePath, path), 'utf8');
  return { done, read, workspacePath, output: context.output };
}

describe('ameide:render-domain-controller', () => {
  it('writes the service, and what it was made from', async () => {
    const { done, read, output } = await render(PARAMETERS);
    await done;
    expect(read('proto/acme/orders/v1/order.proto')).toContain(
      'string customer = 11',
    );
    expect(JSON.parse(read('package.json')).name).toBe('orders');
    expect(parse(read('.factory/answers.yaml'))).toMatchObject({
      template: 'template:default/domain-controller',
      version: '1',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      parameters: PARAMETERS,
    });
    expect(output).toHaveBeenCalledWith('of', 'acme.orders.v1');
  });

  it('writes it in Go', async () => {
    const { done, read } = await render(
      { ...PARAMETERS, language: 'go' },
      { 'sdk/go/go.mod': 'module go.example/tenant/service/client\n' },
    );
    await done;
    expect(read('internal/services/order_service.go')).toContain(
      'resources.NewRepository[*ordersv1.Order]("orders", "orders")',
    );
    expect(read('sdk/go/go.mod')).toBe(
      'module go.example/demo/orders/client\n',
    );
  });

  it('keeps the contract in a repository of its own, and gives the service a copy', async () => {
    const parameters = { ...PARAMETERS, contract: 'repository' };
    const { done, read, workspacePath } = await render(parameters, {
      'package.json': '{"name":"service"}',
      'contract.mk': 'CONTRACT ?= ../service-protos/proto\n',
      'contract/sdk/go/go.mod': 'module go.example/tenant/service/client\n',
    });
    await done;
    const proto = 'proto/acme/orders/v1/order_service.proto';
    expect(read(`contract/${proto}`)).toBe(read(proto));
    expect(read('contract/sdk/go/go.mod')).toBe(
      'module go.example/demo/orders/client\n',
    );
    expect(existsSync(join(workspacePath, 'sdk'))).toBe(false);
    expect(read('contract.mk')).toBe('CONTRACT ?= ../orders-protos/proto\n');
    const kinds = (path: string) =>
      parseAllDocuments(read(path)).map(entity => entity.toJS().kind);
    expect(kinds('catalog-info.yaml')).toEqual(['Component', 'Resource']);
    expect(kinds('contract/catalog-info.yaml')).toEqual(['API']);
    const digest = (path: string) => parse(read(path)).digest;
    expect(digest('contract/.factory/answers.yaml')).not.toBe(
      digest('.factory/answers.yaml'),
    );
  });

  it('makes the same bytes of the same parameters', async () => {
    const [first, second] = [
      await render(PARAMETERS),
      await render(PARAMETERS),
    ];
    await Promise.all([first.done, second.done]);
    const digests = [first, second].map(
      ({ read }) => parse(read('.factory/answers.yaml')).digest,
    );
    expect(digests[0]).toBe(digests[1]);
  });

  it('refuses what no service can be made of, and writes nothing', async () => {
    const { done, workspacePath } = await render({
      ...PARAMETERS,
      name: '../../x',
    });
    await expect(done).rejects.toThrow(/cannot be made .* name: /);
    expect(readdirSync(workspacePath)).toEqual(['package.json']);
  });

  it('refuses names that meet in the language, and writes nothing', async () => {
    const { done, workspacePath } = await render({
      ...PARAMETERS,
      domain: 'internal',
      language: 'go',
    });
    await expect(done).rejects.toThrow(/cannot be made .* called internal/);
    expect(readdirSync(workspacePath)).toEqual(['package.json']);
  });
});
