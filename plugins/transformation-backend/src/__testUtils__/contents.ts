import type { FactoryKind } from '@ameide/plugin-transformation-common';
import { drawing } from './drawing';

const dmn = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="Discounts" name="Discounts" namespace="http://ameide.io/test">
  <inputData id="Amount" name="Amount" />
  <decision id="Discount" name="Discount">
    <informationRequirement id="Needs_amount"><requiredInput href="#Amount" /></informationRequirement>
    <decisionTable id="Table" hitPolicy="FIRST">
      <input id="In" label="Amount"><inputExpression id="InExpression" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="Out" name="discount" typeRef="number" />
      <rule id="Large"><inputEntry id="L1"><text>&gt; 100</text></inputEntry><outputEntry id="L2"><text>10</text></outputEntry></rule>
      <rule id="Small"><inputEntry id="S1"><text>-</text></inputEntry><outputEntry id="S2"><text>0</text></outputEntry></rule>
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="Diagram">
      <dmndi:DMNShape id="Shape" dmnElementRef="Discount"><dc:Bounds x="10" y="20" width="180" height="80" /></dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
`;

const archimate = `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="Sales">
  <name xml:lang="en">Sales</name>
  <elements>
    <element identifier="Quoting" xsi:type="BusinessProcess">
      <name xml:lang="en">Quoting</name>
      <documentation xml:lang="en">Makes offers.</documentation>
      <properties><property propertyDefinitionRef="risk"><value xml:lang="en">low</value></property></properties>
    </element>
    <element identifier="Crm" xsi:type="ApplicationComponent"><name xml:lang="en">CRM</name></element>
  </elements>
  <relationships>
    <relationship identifier="Serves" source="Crm" target="Quoting" xsi:type="Serving" />
  </relationships>
  <views>
    <diagrams>
      <view identifier="Overview" xsi:type="Diagram">
        <name xml:lang="en">Overview</name>
        <node identifier="N1" elementRef="Quoting" xsi:type="Element" x="0" y="0" w="120" h="55" />
      </view>
    </diagrams>
  </views>
</model>
`;

const markdown = `---
status: draft
---
Who it is for.

# Lead to order

How a [lead](tenants/demo/artifacts/leads) becomes an order of [sales](component:demo/sales).

## Scope

See [the web](https://example.com).
`;

const agentDefinition = `# what a lead is worth
name: Lead qualifier
model: { provider: anthropic, name: claude }
instructions: Say what a lead is worth.
tools:
  - id: crm
    target: api:demo/crm
nodes:
  - id: think
    type: model
  - id: look-up
    type: tool
    tool: crm
entry: think
edges:
  - { id: e1, from: think, to: look-up, when: score = null }
  - { id: e2, from: look-up, to: think }
  - { id: e3, from: think, to: END }
`;

const composition = `name: Lead to order
components:
  - id: main
    role: process
    artifact: tenants/demo/artifacts/lead-to-order
    revision: 2
    deployment: { runtime: temporal, strategy: pinned }
  - id: qualifier
    role: agent
    artifact: tenants/demo/artifacts/lead-qualifier
    deployment: { runtime: langgraph, strategy: rolling, replicas: 2 }
entry: main
state: { type: object }
memory: { scope: instance, keepFor: P30D }
`;

const initiative = `name: Sell faster
goal: An order within a day
stages:
  - { id: pilot, name: Pilot, status: active, start: 2026-11-01 }
metrics:
  - { id: days, name: Days to order, unit: d, baseline: 9, target: 1 }
artifacts:
  - { id: process, target: tenants/demo/artifacts/lead-to-order, revision: 2, stage: pilot }
`;

const baseline = `name: Sales 1.0
revisions:
  - id: main
    artifact: tenants/demo/artifacts/lead-to-order
    revision: 1
`;

/** A good content of each kind. */
export const CONTENTS: Record<FactoryKind, string> = {
  bpmn: drawing(),
  dmn,
  archimate,
  markdown,
  'agent-definition': agentDefinition,
  composition,
  initiative,
  baseline,
};
