import { compile } from '../../compile';
import { drawing } from '../../__testUtils__/drawing';

const namespaces =
  ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:flowable="http://flowable.org/bpmn" xmlns:activiti="http://activiti.org/bpmn" xmlns:signavio="http://www.signavio.com"';

/** A process of one element between start and end. */
async function one(element: string, beside = '') {
  const id = /id="(\w+)"/.exec(element)?.[1] ?? '';
  const source = drawing(
    `<bpmn:startEvent id="s" /><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="${id}" />${element}<bpmn:sequenceFlow id="g" sourceRef="${id}" targetRef="e" /><bpmn:endEvent id="e" />`,
    beside,
    namespaces,
  );
  const { files, diagnostics } = await compile(source, { name: 'p' });
  return {
    workflow:
      files.find(({ path }) => path === 'src/p.workflow.gen.ts')?.content ?? '',
    codes: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, elementId }) => `${code} ${elementId}`),
  };
}

const extensions = (inside: string) =>
  `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;

describe('jobs of other engines', () => {
  it.each([
    ['camunda:type="external" camunda:topic="charge"', 'charge'],
    ['camunda:class="org.acme.Charge"', 'org.acme.Charge'],
    ['camunda:delegateExpression="${charge}"', 'charge'],
    ['flowable:delegateExpression="#{charge}"', 'charge'],
    ['activiti:expression="${orders.ship(order, 5)}"', 'orders.ship'],
    ['flowable:type="mail"', 'mail'],
    ['flowable:type="external-worker" flowable:topic="t"', 't'],
    ['implementation="payments.charge"', 'payments.charge'],
  ])('%s is the job %s', async (attributes, job) => {
    const { workflow, codes } = await one(
      `<bpmn:serviceTask id="a" ${attributes} />`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain(`job: '${job}'`);
  });

  it('answers the result variable, tries as often, and has constant fields as headers', async () => {
    const { workflow, codes } = await one(
      `<bpmn:serviceTask id="a" camunda:class="A" camunda:resultVariable="x">${extensions(
        '<camunda:field name="folder" stringValue="in" /><camunda:failedJobRetryTimeCycle>R5/PT1M</camunda:failedJobRetryTimeCycle>',
      )}</bpmn:serviceTask>`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain("output: [['x', feel('x', v => v.x)]]");
    expect(workflow).toContain("headers: { folder: 'in' }");
  });

  it('hands over computed fields as input', async () => {
    const { workflow } = await one(
      `<bpmn:serviceTask id="a" flowable:type="mail">${extensions(
        '<flowable:field name="to"><flowable:expression>${email}</flowable:expression></flowable:field><flowable:field name="subject" stringValue="Hi" />',
      )}</bpmn:serviceTask>`,
    );
    expect(workflow).toContain(
      "input: [['to', feel('email', v => v.email)], ['subject', 'Hi']]",
    );
  });

  it('does a connector as a job, and sends a message by one', async () => {
    const connector = await one(
      `<bpmn:serviceTask id="a">${extensions(
        '<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId><camunda:inputOutput><camunda:inputParameter name="url">https://x</camunda:inputParameter></camunda:inputOutput></camunda:connector>',
      )}</bpmn:serviceTask>`,
    );
    expect(connector.workflow).toContain("job: 'http-connector'");
    expect(connector.workflow).toContain("input: [['url', 'https://x']]");
    const event = await one(
      '<bpmn:intermediateThrowEvent id="a"><bpmn:messageEventDefinition id="md" messageRef="m" camunda:type="external" camunda:topic="notify" /></bpmn:intermediateThrowEvent>',
      '<bpmn:message id="m" name="m" />',
    );
    expect(event.codes).toEqual([]);
    expect(event.workflow).toContain("job: 'notify'");
  });
});

describe('data of other engines', () => {
  it('maps constants, expressions, lists and maps', async () => {
    const { workflow, codes } = await one(
      `<bpmn:serviceTask id="a" camunda:class="A">${extensions(
        '<camunda:inputOutput><camunda:inputParameter name="a">${b * 2}</camunda:inputParameter><camunda:inputParameter name="l"><camunda:list><camunda:value>x</camunda:value><camunda:value>${y}</camunda:value></camunda:list></camunda:inputParameter><camunda:inputParameter name="m"><camunda:map><camunda:entry key="k">v</camunda:entry></camunda:map></camunda:inputParameter><camunda:outputParameter name="o">${r}</camunda:outputParameter></camunda:inputOutput>',
      )}</bpmn:serviceTask>`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain(`feel('b * 2'`);
    expect(workflow).toContain(`feel('["x", y]'`);
    expect(workflow).toContain(`feel('{"k": "v"}'`);
    expect(workflow).toContain("output: [['o', feel('r', v => v.r)]]");
  });

  it('refuses what is computed by a script, by its name', async () => {
    const { codes } = await one(
      `<bpmn:serviceTask id="a" camunda:class="A">${extensions(
        '<camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>',
      )}</bpmn:serviceTask>`,
    );
    expect(codes).toEqual(['BT1104 a']);
  });

  it('calls with what is named, both ways', async () => {
    const { workflow, codes } = await one(
      `<bpmn:callActivity id="a" calledElement="\${which}">${extensions(
        '<camunda:in source="x" target="y" /><camunda:in businessKey="#{key}" /><camunda:out variables="all" />',
      )}</bpmn:callActivity>`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain("process: feel('which', v => v.which)");
    expect(workflow).toContain('allVariables: false');
    expect(workflow).toContain("input: [['y', feel('x', v => v.x)]]");
  });

  it.each([
    ['camunda:collection="people" camunda:elementVariable="who"', ''],
    [
      '',
      '<bpmn:loopDataInputRef>people</bpmn:loopDataInputRef><bpmn:inputDataItem id="i" name="who" />',
    ],
  ])('repeats for each of a collection: %s%s', async (attributes, inside) => {
    const { workflow, codes } = await one(
      `<bpmn:userTask id="a"><bpmn:multiInstanceLoopCharacteristics id="l" ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain("in: feel('people', v => v.people), as: 'who'");
  });

  it('calls a decision whose result is the same whatever the hit policy', async () => {
    const { codes } = await one(
      '<bpmn:businessRuleTask id="a" camunda:decisionRef="dish" camunda:resultVariable="d" camunda:mapDecisionResult="singleEntry" />',
    );
    // it is read; the DMN file is not there
    expect(codes).toEqual(['BT1317 a']);
  });

  it('writes a script in FEEL or its own language for expressions', async () => {
    const { workflow } = await one(
      '<bpmn:scriptTask id="a" scriptFormat="juel" camunda:resultVariable="x"><bpmn:script>${b + 1}</bpmn:script></bpmn:scriptTask>',
    );
    expect(workflow).toContain("feel('b + 1'");
  });
});

describe('user tasks of other engines', () => {
  it('are for the same people, until the same time, by the same form', async () => {
    const { workflow, codes } = await one(
      `<bpmn:userTask id="a" camunda:assignee="\${who}" camunda:candidateGroups="sales" camunda:dueDate="\${due}" camunda:formKey="f">${extensions(
        '<camunda:formData><camunda:formField id="approved" /></camunda:formData>',
      )}</bpmn:userTask>`,
    );
    expect(codes).toEqual([]);
    expect(workflow).toContain("assignee: feel('who', v => v.who)");
    expect(workflow).toContain("candidateGroups: 'sales'");
    expect(workflow).toContain("dueDate: feel('due', v => v.due)");
    expect(workflow).toContain("formId: 'f'");
    expect(workflow).toContain("output: [['approved',");
  });

  it('are for owners and performers of the standard', async () => {
    const owner = (type: string, text: string) =>
      `<bpmn:${type}><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${text}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:${type}>`;
    const { workflow } = await one(
      `<bpmn:userTask id="a">${owner('humanPerformer', 'gonzo')}${owner(
        'potentialOwner',
        'user(kermit), group(sales), all',
      )}</bpmn:userTask>`,
    );
    expect(workflow).toContain("assignee: 'gonzo'");
    expect(workflow).toContain("candidateUsers: 'kermit'");
    expect(workflow).toContain("candidateGroups: 'sales,all'");
  });
});

describe('what is not carried over', () => {
  it.each([
    'camunda:assignee="${users.find(1)}"',
    'flowable:skipExpression="${x}"',
    'camunda:candidateUsers="${a.b()}"',
  ])('is refused by its name: %s', async attribute => {
    const { codes } = await one(`<bpmn:userTask id="a" ${attribute} />`);
    expect(codes).toEqual(['BT1104 a']);
  });

  it('is refused where it is a listener', async () => {
    const { codes } = await one(
      `<bpmn:userTask id="a">${extensions(
        '<camunda:taskListener event="create" class="A" />',
      )}</bpmn:userTask>`,
    );
    expect(codes).toEqual(['BT1104 a']);
  });

  it('is warned of where it only says how the engine runs it', async () => {
    const { codes, workflow } = await one(
      '<bpmn:userTask id="a" camunda:asyncBefore="true" />',
    );
    expect(codes).toEqual(['BT1106 a']);
    expect(workflow).not.toBe('');
  });

  it('is left out where it only says how it looks', async () => {
    const { codes } = await one(
      `<bpmn:userTask id="a">${extensions(
        '<signavio:signavioMetaData metaKey="bgcolor" metaValue="#fff" /><camunda:properties><camunda:property name="a" value="b" /></camunda:properties>',
      )}</bpmn:userTask>`,
    );
    expect(codes).toEqual([]);
  });
});
