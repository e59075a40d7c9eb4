import escapeXml from 'lodash/escape';

/** A text as a scalar of YAML, of which JSON is a part. */
const yaml = (text: string) => JSON.stringify(text);

const CONTENTS = {
  markdown: title => `# ${title}

What it is about.
`,
  dmn: title => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Definitions_1" name="${escapeXml(
    title,
  )}" namespace="http://ameide.io/dmn">
  <decision id="Decision_1" name="${escapeXml(title)}">
    <decisionTable id="Table_1" hitPolicy="FIRST">
      <input id="Input_1" label="Amount">
        <inputExpression id="InputExpression_1" typeRef="number"><text>amount</text></inputExpression>
      </input>
      <output id="Output_1" name="result" typeRef="string" />
      <rule id="Rule_1">
        <inputEntry id="InputEntry_1"><text>&gt;= 1000</text></inputEntry>
        <outputEntry id="OutputEntry_1"><text>"large"</text></outputEntry>
      </rule>
      <rule id="Rule_2">
        <inputEntry id="InputEntry_2"><text>-</text></inputEntry>
        <outputEntry id="OutputEntry_2"><text>"small"</text></outputEntry>
      </rule>
    </decisionTable>
  </decision>
</definitions>
`,
  archimate: title => `<?xml version="1.0" encoding="UTF-8"?>
<model xmlns="http://www.opengroup.org/xsd/archimate/3.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="Model_1">
  <name xml:lang="en">${escapeXml(title)}</name>
  <elements>
    <element identifier="Process_1" xsi:type="BusinessProcess"><name xml:lang="en">A process</name></element>
    <element identifier="Application_1" xsi:type="ApplicationComponent"><name xml:lang="en">An application</name></element>
  </elements>
  <relationships>
    <relationship identifier="Serves_1" source="Application_1" target="Process_1" xsi:type="Serving" />
  </relationships>
</model>
`,
  'agent-definition': title => `name: ${yaml(title)}
model: { provider: anthropic, name: claude }
instructions: Say what the agent is to do, and what it must not do.
nodes:
  - id: think
    type: model
entry: think
edges:
  - { id: done, from: think, to: END }
`,
  composition: title => `name: ${yaml(title)}
components:
  - id: main
    role: process
    # the process that it begins with: tenants/TENANT/artifacts/ID
    artifact: tenants/my-tenant/artifacts/my-process
    deployment: { runtime: temporal, strategy: pinned }
entry: main
`,
  initiative: title => `name: ${yaml(title)}
goal: Say what will be better, and by when.
stages:
  - { id: first, name: First stage, status: planned }
metrics: []
artifacts: []
`,
} satisfies Record<string, (title: string) => string>;

/** The kinds that have a content to begin with here; a drawing is begun where it is drawn. */
export type StartKind = keyof typeof CONTENTS;

/** A small content of a kind, which is valid as it is. */
export const startContent = (kind: StartKind, title: string): string =>
  CONTENTS[kind](title);

export const startKinds = Object.keys(CONTENTS) as StartKind[];
