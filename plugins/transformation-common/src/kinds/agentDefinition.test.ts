import { agentDefinition } from './agentDefinition';

const STORED = {
  name: 'Lead qualifier',
  model: { provider: 'anthropic', name: 'claude' },
  instructions: 'Say what a lead is worth.',
  tools: [{ id: 'crm', target: 'api:demo/crm' }],
  nodes: [{ id: 'think', type: 'model' }],
  entry: 'think',
  edges: [{ id: 'e1', from: 'think', to: 'END', when: 'score = null' }],
};
const TOOL = {
  id: 'list_orders',
  target: 'component:demo/orders',
  service: 'acme.orders.v1.OrderService',
  method: 'ListOrders',
  risk: 'write',
  scopes: ['orders.read'],
};
const problemsOf = (changes: object) =>
  agentDefinition
    .safeParse({ ...STORED, ...changes })
    .error?.issues.map(({ path }) => path.join('.'));

describe('agent definition', () => {
  it('takes what was stored before it had tools with a risk, and adds nothing', () => {
    expect(agentDefinition.parse(STORED)).toEqual(STORED);
  });

  it('takes tools, conditions, limits and interrupts', () => {
    const definition = {
      ...STORED,
      tools: [TOOL],
      nodes: [
        { id: 'think', type: 'model', tools: ['list_orders'] },
        { id: 'note', type: 'set', values: { a: { path: 'think.score' } } },
      ],
      edges: [
        {
          id: 'e1',
          from: 'think',
          to: 'note',
          conditions: [{ path: 'think.score', operator: 'atLeast', value: 3 }],
        },
      ],
      limits: { steps: 9, runSeconds: 60 },
      interrupts: ['note'],
    };
    expect(agentDefinition.parse(definition)).toEqual(definition);
  });

  it.each([
    [{ tools: [{ ...TOOL, risk: 'harmless' }] }, 'tools.0.risk'],
    [{ tools: [{ ...TOOL, method: 'a/../b' }] }, 'tools.0.method'],
    [{ tools: [{ ...TOOL, scopes: ['a b'] }] }, 'tools.0.scopes.0'],
    [{ limits: { steps: 0 } }, 'limits.steps'],
    [
      {
        edges: [
          {
            id: 'e1',
            from: 'think',
            to: 'END',
            conditions: [{ path: 'a()', operator: 'equals', value: 1 }],
          },
        ],
      },
      'edges.0.conditions.0.path',
    ],
  ])('refuses %j', (changes, place) => {
    expect(problemsOf(changes)).toEqual([place]);
  });
});
