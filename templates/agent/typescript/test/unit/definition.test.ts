import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadDefinition } from '../../src/definition/load.ts';
import { grantedTo } from '../../src/definition/model.ts';
import { readYaml } from '../../src/definition/readYaml.ts';
import { DEFINITION, SCHEMA } from '../../src/paths.ts';
import { define, LIST_ORDERS } from '../support/agents.ts';

const think = { id: 'think', type: 'model' };
const edge = { id: 'e1', from: 'think', to: 'END' };

function write(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'agent-')), 'agent.yaml');
  writeFileSync(path, text);
  return path;
}

describe('a definition', () => {
  it('of this agent is right', () => {
    assert.ok(loadDefinition(DEFINITION, SCHEMA).nodes.length);
  });

  it('grants a node what it names, else everything', () => {
    const definition = define({
      nodes: [
        { ...think, tools: ['list_orders'] },
        { id: 'act', type: 'model' },
        { id: 'quiet', type: 'model', tools: [] },
        { id: 'cancel', type: 'tool', tool: 'cancel_order' },
      ],
    });
    assert.deepEqual(
      definition.nodes.map(node => [...grantedTo(definition, node)].sort()),
      [['list_orders'], ['cancel_order', 'list_orders'], [], ['cancel_order']],
    );
  });

  it('takes what says nothing of its risk for risky', () => {
    const tool = { ...LIST_ORDERS, risk: undefined };
    assert.equal(define({ tools: [tool] }).tools[0]?.risk, 'propose');
  });

  for (const [changes, told] of [
    [{ nodes: [{ ...think, type: 'code' }] }, /nodes\.0\.type: /],
    [{ entry: 'start' }, /entry: there is no node start/],
    [{ limits: { steps: 0 } }, /limits\.steps/],
    [{ surprise: 1 }, /definition: .*surprise/],
    [
      { nodes: [{ id: 'think', type: 'tool' }] },
      /node think: it does not say which tool/,
    ],
    [
      { nodes: [{ ...think, tools: ['pay'] }] },
      /node think: there is no tool pay/,
    ],
    [
      { edges: [{ ...edge, to: 'nowhere' }] },
      /edge e1: there is no node nowhere/,
    ],
    [
      { edges: [{ ...edge, when: 'score > 1' }] },
      /edge e1: FEEL is not read here/,
    ],
    [
      {
        edges: [
          {
            ...edge,
            conditions: [{ path: 'process.exit()', operator: 'exists' }],
          },
        ],
      },
      /edges\.0\.conditions\.0\.path/,
    ],
    [
      { nodes: [think, { id: 'think', type: 'set' }] },
      /think: the id is there 2 times/,
    ],
    [
      { nodes: [{ ...think, id: 'a/b' }] },
      /node a\/b: no node can be called so/,
    ],
    [{ interrupts: ['nobody'] }, /interrupts: there is no node nobody/],
    [{ nodes: [] }, /nodes: /],
    [{ tools: [{ id: 'crm', target: 'api:demo/crm' }] }, /tools\.0\.service/],
  ] as const) {
    it(`is refused with the place: ${JSON.stringify(changes)}`, () => {
      assert.throws(() => define(changes), told);
    });
  }

  it('that is no YAML is refused with the line', () => {
    assert.throws(() => loadDefinition(write('name: ['), SCHEMA), /line 1/);
  });

  it('is read as the factory writes it', () => {
    const text =
      "{a: yes, b: 010, c: 1e3, d: true, e: , f: 12:30, g: 2026-11-26, h: .5, i: '1'}";
    assert.deepEqual(readYaml(write(text)), {
      a: 'yes',
      b: 10,
      c: 1000,
      d: true,
      e: null,
      f: '12:30',
      g: '2026-11-26',
      h: 0.5,
      i: '1',
    });
  });

  it('makes no objects', () => {
    const path = write('name: !!js/function "() => process.exit()"');
    assert.throws(() => loadDefinition(path, SCHEMA), /js\/function/);
  });
});
