import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createRenderAction } from './render';
import { RENDERERS } from './renderers';

type Json = string | Json[] | { [name: string]: Json };

const PARAMETERS: Record<string, Json> = {
  name: 'order-clerk',
  title: 'Order clerk ${{ 7 * 7 }}',
  language: 'python',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
  purpose: 'Help.\n---\nnodes: []',
  tools: [
    {
      controller: 'component:demo/orders',
      api: 'api:demo/orders-orders-v1',
      service: 'acme.orders.v1.OrderService',
      method: 'ListOrders',
      risk: 'read',
      scope: 'orders.read',
      description: 'Finds: "all" # of them',
    },
  ],
  protos: [{ path: 'acme/orders/v1/a.proto', content: '{{ no }} proto' }],
};
const DEFINITION = `# mine
name: Mine
model: { provider: openai, name: gpt }
instructions: Help.
nodes: [{ id: think, type: model }]
entry: think
`;

const directory = createMockDirectory();
let workspaces = 0;

async function render(changes: Record<string, Json> = {}) {
  const workspace = `workspace-${workspaces++}`;
  directory.addContent({
    [workspace]: {
      Dockerfile: 'ARG PROVIDER=anthropic\n',
      'src/agent/controller.py':
        'CONTROLLER_NAME = "agent"\nRUN_SCOPE = "agent.run"\n',
      'src/service.ts':
        "CONTROLLER_NAME = 'agent';\nRUN_SCOPE = 'agent.run';\n",
    },
  });
  const workspacePath = directory.resolve(workspace);
  const context = createMockActionContext({
    workspacePath,
    input: {
      template: 'template:default/agent',
      version: '1',
      parameters: { ...PARAMETERS, ...changes },
    },
  });
  await createRenderAction(
    RENDERERS.find(({ kind }) => kind === 'agent')!,
  ).handler(context);
  return {
    output: context.output,
    read: (path: string) => readFileSync(join(workspacePath, path), 'utf8'),
  };
}

describe('ameide:render-agent', () => {
  it('writes the definition, and what it was made from', async () => {
    const { read, output } = await render();
    expect(parse(read('agent.yaml'))).toMatchObject({
      name: PARAMETERS.title,
      instructions: PARAMETERS.purpose,
      tools: [
        {
          id: 'list_orders',
          target: 'component:demo/orders',
          risk: 'read',
          scopes: ['orders.read'],
          description: 'Finds: "all" # of them',
        },
      ],
    });
    expect(parse(read('.factory/answers.yaml'))).toMatchObject({
      template: 'template:default/agent',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      parameters: PARAMETERS,
    });
    expect(read('src/agent/controller.py')).toBe(
      'CONTROLLER_NAME = "order-clerk"\nRUN_SCOPE = "order-clerk.run"\n',
    );
    expect(read('proto/acme/orders/v1/a.proto')).toBe('{{ no }} proto');
    expect(parse(read('sandbox/scenarios/calls-list_orders.yaml'))).toEqual({
      name: 'calls-list_orders',
      input: 'Do it.',
      turns: [
        { calls: [{ tool: 'list_orders', arguments: {} }] },
        { says: 'Done.' },
      ],
      expect: { trajectory: ['list_orders'] },
    });
    expect(output).toHaveBeenCalledWith(
      'of',
      'an agent with the tools list_orders',
    );
  });

  it('gives an agent in TypeScript its name too', async () => {
    const { read } = await render({ language: 'typescript' });
    expect(read('src/service.ts')).toBe(
      "CONTROLLER_NAME = 'order-clerk';\nRUN_SCOPE = 'order-clerk.run';\n",
    );
    expect(read('README.md')).toContain('    src/graph/');
  });

  it('says in the catalog what it provides, consumes and depends on', async () => {
    const [component, api, model] = parseAllDocuments(
      (await render()).read('catalog-info.yaml'),
    ).map(document => document.toJS());
    expect(component.spec).toMatchObject({
      type: 'agent',
      providesApis: ['order-clerk-v1'],
      consumesApis: ['api:demo/orders-orders-v1'],
      dependsOn: ['resource:demo/order-clerk-model', 'component:demo/orders'],
    });
    expect(api.spec.definition).toEqual({ $text: './openapi.yaml' });
    expect(model.kind).toBe('Resource');
  });

  it('copies a definition as it is', async () => {
    const given = { definition: DEFINITION, purpose: '', tools: [] };
    const { read } = await render(given);
    expect(read('agent.yaml')).toBe(DEFINITION);
    expect(read('Dockerfile')).toBe('ARG PROVIDER=openai\n');
    expect(parse(read('chart/values.yaml')).model.keyVariable).toBe(
      'OPENAI_API_KEY',
    );
  });

  it.each<[Record<string, Json>, RegExp]>([
    [{ purpose: '' }, /purpose: say what the agent is for/],
    [{ definition: DEFINITION }, /it says all that purpose, tools and n8n say/],
    [
      {
        definition: DEFINITION.replace('entry: think', 'entry: x'),
        purpose: '',
        tools: [],
      },
      /entry: there is no node x/,
    ],
    [
      { definition: DEFINITION.replace('openai', 'x'), purpose: '', tools: [] },
      /model x: there are anthropic, openai, google_genai/,
    ],
    [
      { definition: 'name: [', purpose: '', tools: [] },
      /definition: .* at line 1/,
    ],
    [{ name: 'x"; y' }, /name: /],
    [
      { protos: [{ path: '../x.proto', content: 'x' }] },
      /protos\.0\.path: Invalid string/,
    ],
    [
      { protos: [{ path: 'buf/validate/validate.proto', content: 'x' }] },
      /protos\.0\.path: is there already/,
    ],
  ])('refuses %j', async (changes, told) => {
    await expect(render(changes)).rejects.toThrow(told);
  });
});
