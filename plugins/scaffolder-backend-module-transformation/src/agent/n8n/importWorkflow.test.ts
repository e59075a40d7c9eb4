import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentParameters } from '../parameters';
import { importWorkflow } from './importWorkflow';
import { NODE_TYPES } from './nodeTypes';

const SERVICE = 'acme.orders.v1.OrderService';
const tool = (id: string) => ({
  id,
  controller: 'component:demo/orders',
  service: SERVICE,
  method: 'ListOrders',
  risk: 'read',
  scope: 'orders.read',
});
const PARAMETERS = agentParameters.parse({
  name: 'triage',
  title: 'Triage',
  owner: 'group:demo/sales',
  system: 'system:demo/lead-to-order',
  language: 'python',
  purpose: 'Judge.',
  tools: [tool('list_orders'), tool('cancel')],
});

const LANGCHAIN = '@n8n/n8n-nodes-langchain';
const START = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
const AGENT = { name: 'Think', type: `${LANGCHAIN}.agent` };
const to = (...nodes: string[]) =>
  nodes.map(node => ({ node, type: 'main', index: 0 }));

/** A workflow in which the trigger leads to the first node, and each to the next one. */
const chain = (...nodes: { name: string; type: string }[]) => ({
  nodes: [START, ...nodes],
  connections: Object.fromEntries(
    [START, ...nodes]
      .slice(0, -1)
      .map(({ name }, i) => [name, { main: [to(nodes[i].name)] }]),
  ) as Record<string, object>,
});
const imported = (workflow: object) =>
  importWorkflow(JSON.stringify(workflow), PARAMETERS);
const problemsOf = (workflow: object) => {
  const result = imported(workflow);
  return 'problems' in result ? result.problems : [];
};
const definitionOf = (workflow: object) => {
  const result = imported(workflow);
  if ('problems' in result) throw new Error(result.problems.join('; '));
  return result.definition;
};
/** Two agents, each with a model of its own. */
const withModels = (...names: string[]) => {
  const agents = names.map((_, i) => ({ ...AGENT, name: `Agent ${i}` }));
  const models = names.map((model, i) => ({
    name: `Model ${i}`,
    type: `${LANGCHAIN}.lmChatOpenAi`,
    parameters: { model },
  }));
  const workflow = chain(...agents);
  return {
    nodes: [...workflow.nodes, ...models],
    connections: {
      ...workflow.connections,
      ...Object.fromEntries(
        models.map(({ name }, i) => [
          name,
          { ai_languageModel: [to(agents[i].name)] },
        ]),
      ),
    },
  };
};
const set = (name: string, values: Record<string, unknown>) => ({
  name,
  type: 'n8n-nodes-base.set',
  parameters: {
    assignments: {
      assignments: Object.entries(values).map(([key, value]) => ({
        name: key,
        value,
      })),
    },
  },
});
const condition = (
  leftValue: unknown,
  operation: string,
  rightValue: unknown,
  type = 'number',
) => ({ leftValue, rightValue, operator: { type, operation } });

describe('import of a workflow of n8n', () => {
  it('takes an agent with its model and its tools', () => {
    const workflow = chain({
      ...AGENT,
      parameters: { options: { systemMessage: 'Look first.' } },
    } as typeof AGENT);
    workflow.nodes.push(
      {
        name: 'Claude',
        type: `${LANGCHAIN}.lmChatAnthropic`,
        parameters: {
          model: { value: 'claude-sonnet-4-5' },
          options: { temperature: 0.1 },
        },
      } as typeof AGENT,
      { name: 'List orders', type: 'n8n-nodes-base.httpRequestTool' },
    );
    workflow.connections.Claude = { ai_languageModel: [to('Think')] };
    workflow.connections['List orders'] = { ai_tool: [to('Think')] };
    expect(definitionOf(workflow)).toMatchObject({
      model: {
        provider: 'anthropic',
        name: 'claude-sonnet-4-5',
        temperature: 0.1,
      },
      nodes: [
        {
          id: 'think',
          type: 'model',
          prompt: 'Look first.',
          tools: ['list_orders'],
        },
      ],
      entry: 'think',
      edges: [{ from: 'think', to: 'END' }],
    });
  });

  it('takes conditions, in order and with what is taken otherwise', () => {
    const workflow = chain(AGENT, {
      name: 'High',
      type: 'n8n-nodes-base.if',
      parameters: {
        conditions: {
          combinator: 'or',
          conditions: [
            condition('={{ $json.score }}', 'gte', 8),
            condition("={{ $('Think').item.json.vip }}", 'true', '', 'boolean'),
          ],
        },
      },
    } as typeof AGENT);
    workflow.nodes.push(set('Note', { by: 'rule' }));
    workflow.connections.High = { main: [to('Note'), []] };
    expect(
      definitionOf(workflow).edges.filter(({ from }) => from === 'high'),
    ).toEqual([
      {
        id: 'high-1',
        from: 'high',
        to: 'note',
        conditions: [{ path: 'think.score', operator: 'atLeast', value: 8 }],
      },
      {
        id: 'high-2',
        from: 'high',
        to: 'note',
        conditions: [{ path: 'think.vip', operator: 'equals', value: true }],
      },
      { id: 'high-3', from: 'high', to: 'END' },
    ]);
  });

  it('takes the rules of a switch, and ends where none holds', () => {
    const rule = (value: string) => ({
      conditions: {
        conditions: [condition('={{ $json.kind }}', 'equals', value, 'string')],
      },
    });
    const workflow = chain(AGENT, {
      name: 'Kind',
      type: 'n8n-nodes-base.switch',
      parameters: { rules: { values: [rule('a'), rule('b')] } },
    } as typeof AGENT);
    workflow.nodes.push(set('A', { x: 1 }), set('B', { x: 2 }));
    workflow.connections.Kind = { main: [to('A'), to('B')] };
    expect(
      definitionOf(workflow)
        .edges.filter(({ from }) => from === 'kind')
        .map(edge => edge.to),
    ).toEqual(['a', 'b', 'END']);
  });

  it('takes requests as calls of tools, and finds data through what passes them on', () => {
    const merge = { name: 'Both', type: 'n8n-nodes-base.merge' };
    const request = {
      name: 'Cancel',
      type: 'n8n-nodes-base.httpRequest',
      parameters: {
        url: 'https://orders.example',
        bodyParameters: {
          parameters: [
            { name: 'name', value: '={{ $json.order }}' },
            { name: 'reason', value: 'asked for' },
          ],
        },
      },
    };
    expect(
      definitionOf(chain(AGENT, merge, request as typeof merge)).nodes,
    ).toMatchObject([
      { id: 'think' },
      { id: 'both', type: 'decision' },
      {
        id: 'call_cancel',
        type: 'tool',
        tool: 'cancel',
        arguments: {
          name: { path: 'think.order' },
          reason: { value: 'asked for' },
        },
      },
    ]);
  });

  it.each([
    'n8n-nodes-base.code',
    'n8n-nodes-base.function',
    'n8n-nodes-base.executeCommand',
    `${LANGCHAIN}.toolCode`,
  ])('refuses the code of %s by the name of the node', type => {
    expect(problemsOf(chain(AGENT, { name: 'Compute', type }))).toEqual([
      `Compute: ${type} runs code, which no definition has`,
    ]);
  });

  it('refuses credentials by their name and that of the node', () => {
    const node = { ...AGENT, credentials: { openAiApi: { id: '1' } } };
    expect(problemsOf(chain(node))).toEqual([
      'Think: it has credentials (openAiApi), which come from the environment',
    ]);
  });

  it.each([
    '={{ 1 + 1 }}',
    '={{ $json.a; process.exit() }}',
    '={{ $json["a"] }}',
    '=text {{ $json.a }}',
    '={{ $env.SECRET }}',
    "={{ $('Nobody').item.json.a }}",
    '={{ $json.a.toString() }}',
  ])('refuses the expression %s, and evaluates nothing', expression => {
    expect(problemsOf(chain(AGENT, set('Note', { x: expression })))).toEqual([
      `Note: the expression ${expression} is no plain path to a value`,
    ]);
  });

  it.each<[string, object, string]>([
    ['no JSON', [], 'n8n: Invalid input'],
    [
      'unknown nodes',
      chain(AGENT, { name: 'Mail', type: 'n8n-nodes-base.gmail' }),
      'Mail: n8n-nodes-base.gmail has no counterpart',
    ],
    [
      'ways that are taken at once',
      {
        ...chain(AGENT, set('A', {})),
        connections: {
          Start: { main: [to('Think')] },
          Think: { main: [to('A', 'A')] },
        },
      },
      'Think: more than one way leads on at once',
    ],
    [
      'requests without a tool',
      chain({ name: 'Pay', type: 'n8n-nodes-base.httpRequest' }),
      'Pay: there is no tool pay among the parameters',
    ],
    [
      'workflows that nothing begins',
      { nodes: [AGENT] },
      'n8n: triggers have to lead to one node',
    ],
    [
      'ways to nowhere',
      { nodes: [START, AGENT], connections: { Start: { main: [to('Gone')] } } },
      'Gone: a connection leads there, and no such node is there',
    ],
    [
      'agents with different models',
      withModels('gpt-5', 'gpt-5-mini'),
      'its agents have different models, choose one for all',
    ],
    [
      'names that are alike',
      chain(AGENT, { ...AGENT, name: 'think!' }),
      'think!: another node has a name like it',
    ],
  ])('refuses %s', (_what, workflow, told) => {
    expect(problemsOf(workflow).join('; ')).toContain(told);
  });

  it('takes one model that several agents have', () => {
    expect(definitionOf(withModels('gpt-5', 'gpt-5')).model).toEqual({
      provider: 'openai',
      name: 'gpt-5',
    });
  });

  it('has each of its node types in the reference', () => {
    const page = readFileSync(
      join(__dirname, '../../../../../docs/reference/n8n-import.md'),
      'utf8',
    );
    const listed = [...page.matchAll(/^\| `([^`]+)` /gm)].map(
      ([, type]) => type,
    );
    expect(listed.sort()).toEqual(Object.keys(NODE_TYPES).sort());
  });
});
