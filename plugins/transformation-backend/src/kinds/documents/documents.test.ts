import { CONTENTS } from '../../__testUtils__/contents';
import {
  agentDefinitionFunctions,
  compositionFunctions,
  initiativeFunctions,
} from '.';

const agent = CONTENTS['agent-definition'];

describe('kinds in YAML', () => {
  it('take JSON as well, and refuse what is neither, with the place', async () => {
    const { problemOf } = agentDefinitionFunctions;
    await expect(problemOf('{"name": "A"}')).resolves.toBeUndefined();
    await expect(problemOf('a: [1\nb: 2')).resolves.toMatch(/line 2, column 1/);
    await expect(problemOf('- a')).resolves.toBe(
      'line 1, column 1: must be a mapping of names to values',
    );
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(
      20,
    )}]\nc: [${'*b,'.repeat(20)}]`;
    await expect(problemOf(bomb)).resolves.toMatch(/alias/i);
  });

  it.each([
    [agentDefinitionFunctions, agent.replace('to: END', 'to: nowhere'), 'e3'],
    [
      agentDefinitionFunctions,
      agent.replace('tool: crm', 'tool: erp'),
      'look-up',
    ],
    [agentDefinitionFunctions, agent.replace('id: e2', 'id: e1'), 'e1'],
    [
      initiativeFunctions,
      CONTENTS.initiative.replace('stage: pilot', 'stage: later'),
      'process',
    ],
  ])(
    'find names of what is not there, and ids twice (%#)',
    async (functions, content, elementId) => {
      await expect(functions.validate(content)).resolves.toMatchObject([
        { severity: 'error', elementId },
      ]);
    },
  );

  it('name the place where the schema is not met', async () => {
    await expect(
      compositionFunctions.validate(
        CONTENTS.composition.replace('role: agent', 'role: boss'),
      ),
    ).resolves.toMatchObject([
      {
        code: 'KIND001',
        message: expect.stringMatching(/^components.1.role:/),
      },
    ]);
    // an automation is started by a process or an agent
    await expect(
      compositionFunctions.validate(
        CONTENTS.composition.replace('role: process', 'role: tool'),
      ),
    ).resolves.toMatchObject([
      { code: 'KIND003', message: 'entry names main, which is not there' },
    ]);
    // a reference without a tenant is none
    await expect(
      compositionFunctions.validate(
        CONTENTS.composition.replace('tenants/demo/artifacts/lead-q', 'lead-q'),
      ),
    ).resolves.toMatchObject([
      {
        message: expect.stringContaining(
          'must be "tenants/TENANT/artifacts/ID"',
        ),
      },
    ]);
  });

  it('tell what they refer to', async () => {
    const references = async (
      of: typeof initiativeFunctions,
      content: string,
    ) => (await of.describe(content)).references;
    expect(await references(agentDefinitionFunctions, agent)).toEqual([
      'api:demo/crm',
    ]);
    expect(
      await references(compositionFunctions, CONTENTS.composition),
    ).toEqual([
      'tenants/demo/artifacts/lead-qualifier',
      'tenants/demo/artifacts/lead-to-order/revisions/2',
    ]);
    expect(await references(initiativeFunctions, CONTENTS.initiative)).toEqual([
      'tenants/demo/artifacts/lead-to-order',
    ]);
  });

  it('tell changes item by item', async () => {
    const after = agent
      .replace('when: score = null', 'when: score < 3')
      .replace('Say what', 'Tell what');
    await expect(
      agentDefinitionFunctions.difference(agent, after),
    ).resolves.toMatchObject([
      { elementId: '/', detail: expect.stringContaining('Tell what') },
      {
        elementId: 'e1',
        elementType: 'edge',
        detail: 'when changed from "score = null" to "score < 3"',
      },
    ]);
  });

  it('carry operations out in the text, and keep its comments', async () => {
    const { content } = await agentDefinitionFunctions.apply(agent, [
      { op: 'set', elementId: 'look-up', property: 'name', value: 'Look up' },
      { op: 'set', elementId: '/', property: 'instructions', value: 'Think.' },
      { op: 'set', elementId: 'e1', property: 'when', value: null },
      { op: 'remove', elementId: 'e2' },
    ]);
    expect(content).toContain('# what a lead is worth');
    expect(content).toContain('name: Look up');
    expect(content).toContain('instructions: Think.');
    expect(content).not.toContain('score = null');
    expect(content).not.toContain('e2');
    await expect(
      agentDefinitionFunctions.apply(agent, [
        { op: 'remove', elementId: 'e9' },
      ]),
    ).resolves.toEqual({ problem: 'there is no element e9' });
  });
});
