import fc from 'fast-check';
import ts from 'typescript';
import { compile } from './compile';
import { drawing } from './__testUtils__/drawing';

jest.setTimeout(120_000);

/** Every place of a drawing that holds text, and ids. */
interface Texts {
  readonly name: string;
  readonly documentation: string;
  readonly flowName: string;
  readonly jobType: string;
  readonly headerKey: string;
  readonly headerValue: string;
  readonly message: string;
  readonly signal: string;
  readonly errorCode: string;
  readonly escalationCode: string;
  readonly feelText: string;
  readonly staticText: string;
  readonly formId: string;
  readonly assignee: string;
  readonly variable: string;
  readonly id: string;
}

const plain: Texts = {
  name: 'name',
  documentation: 'documentation',
  flowName: 'flow name',
  jobType: 'job-type',
  headerKey: 'key',
  headerValue: 'value',
  message: 'message',
  signal: 'signal',
  errorCode: 'CODE',
  escalationCode: 'ESC',
  feelText: 'text',
  staticText: 'static',
  formId: 'form',
  assignee: 'alice',
  variable: 'result',
  id: 'the_id',
};

function xml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#9;')
    .replace(/\n/g, '&#10;')
    .replace(/\r/g, '&#13;');
}

function drawn(texts: Texts): string {
  const t = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, xml(text)]),
  ) as unknown as Texts;
  const feel = xml(JSON.stringify(texts.feelText));
  return drawing(
    `<bpmn:documentation>${t.documentation}</bpmn:documentation>
    <bpmn:startEvent id="s" name="${t.name}" />
    <bpmn:serviceTask id="${t.id}" name="${t.name}"><bpmn:documentation>${t.documentation}</bpmn:documentation>
      <bpmn:extensionElements><zeebe:taskDefinition type="${t.jobType}" /><zeebe:taskHeaders><zeebe:header key="${t.headerKey}" value="${t.headerValue}" /></zeebe:taskHeaders>
      <zeebe:ioMapping><zeebe:input source="=${feel}" target="a" /><zeebe:input source="${t.staticText}" target="b" /></zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[${feel}]" inputElement="${t.variable}" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="b" name="${t.name}" attachedToRef="${t.id}"><bpmn:errorEventDefinition id="bd" errorRef="err" /></bpmn:boundaryEvent>
    <bpmn:exclusiveGateway id="x" name="${t.name}" default="x_u" />
    <bpmn:userTask id="u" name="${t.name}"><bpmn:extensionElements><zeebe:assignmentDefinition assignee="${t.assignee}" /><zeebe:formDefinition formId="${t.formId}" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:intermediateCatchEvent id="c" name="${t.name}"><bpmn:messageEventDefinition id="cd" messageRef="msg" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateThrowEvent id="g" name="${t.name}"><bpmn:signalEventDefinition id="gd" signalRef="sig" /></bpmn:intermediateThrowEvent>
    <bpmn:intermediateThrowEvent id="h" name="${t.name}"><bpmn:escalationEventDefinition id="hd" escalationRef="esc" /></bpmn:intermediateThrowEvent>
    <bpmn:endEvent id="e" name="${t.name}" />
    <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="${t.id}" /><bpmn:sequenceFlow id="f2" sourceRef="${t.id}" targetRef="x" />
    <bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="e" />
    <bpmn:sequenceFlow id="x_c" name="${t.flowName}" sourceRef="x" targetRef="c"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=a = ${feel}</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="x_u" sourceRef="x" targetRef="u" /><bpmn:sequenceFlow id="f4" sourceRef="u" targetRef="g" /><bpmn:sequenceFlow id="f5" sourceRef="g" targetRef="h" />
    <bpmn:sequenceFlow id="f6" sourceRef="h" targetRef="e" /><bpmn:sequenceFlow id="f7" sourceRef="c" targetRef="e" />`,
    `<bpmn:error id="err" errorCode="${t.errorCode}" /><bpmn:signal id="sig" name="${t.signal}" /><bpmn:escalation id="esc" escalationCode="${t.escalationCode}" />
    <bpmn:message id="msg" name="${t.message}"><bpmn:extensionElements><zeebe:subscription correlationKey="=${feel}" /></bpmn:extensionElements></bpmn:message>`,
  );
}

/** What kinds of nodes the program has; texts and names are left out, and so is what may be written in several ways. */
function shapeOf(path: string, content: string): string {
  const source = ts.createSourceFile(
    path,
    content,
    ts.ScriptTarget.Latest,
    true,
  );
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics: readonly ts.Diagnostic[];
  };
  expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  const kinds: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return;
    if (isFeel(node)) {
      kinds.push('Feel');
      return;
    }
    if (ts.isPropertyName(node)) kinds.push('Name');
    else if (ts.isStringLiteralLike(node)) kinds.push('Text');
    else kinds.push(ts.SyntaxKind[node.kind]);
    if (!ts.isComputedPropertyName(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return kinds.join(' ');
}

/** A FEEL expression is translated or interpreted, as it is; its text is a literal either way. */
function isFeel(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression))
    return false;
  const [first] = node.arguments;
  return (
    ['feel', 'interpret'].includes(node.expression.text) &&
    first !== undefined &&
    ts.isStringLiteral(first)
  );
}

async function shapes(texts: Texts): Promise<Record<string, string>> {
  const { files, diagnostics } = await compile(drawn(texts), { name: 'p' });
  if (!files.length) {
    // A hostile drawing can at worst be refused, with a code.
    expect(diagnostics.length).toBeGreaterThan(0);
    return {};
  }
  return Object.fromEntries(
    files
      .filter(({ path }) => /^src\/[^/]*\.ts$|^test\//.test(path))
      .map(({ path, content }) => [path, shapeOf(path, content)]),
  );
}

const nasty = [
  '`${process.exit()}`',
  "'; process.exit(); '",
  '"); process.exit(); ("',
  '*/ process.exit(); /*',
  '// x\n process.exit()',
  '\u2028process.exit()\u2029',
  '\\',
  "\\'",
  '${a}',
  '__proto__',
  'constructor',
  'class',
  'scope',
  'await',
  '<script>',
  '\ud800',
  '\u0000',
  '𝒳'.repeat(50),
  'a'.repeat(20_000),
  ' ',
  '\r\n',
  '-->',
  ']]>',
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);
const ids = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'class',
  'scope',
  'policies',
  'a-b.c',
  '_',
  'ünïcode',
  `x${'y'.repeat(5_000)}`,
);

it('keeps the shape of the program, whatever the drawing says', async () => {
  const wanted = await shapes(plain);
  expect(Object.keys(wanted).length).toBeGreaterThan(5);
  const fields = Object.fromEntries(
    Object.keys(plain).map(key => [
      key,
      key === 'id'
        ? ids
        : fc.oneof(fc.constant(plain[key as keyof Texts]), text),
    ]),
  ) as unknown as { [key in keyof Texts]: fc.Arbitrary<string> };
  let compiled = 0;
  await fc.assert(
    fc.asyncProperty(fc.record(fields), async texts => {
      const found = await shapes(texts);
      if (!Object.keys(found).length) return;
      compiled += 1;
      expect(Object.keys(found)).toEqual(Object.keys(wanted));
      for (const [path, shape] of Object.entries(found))
        if (path.endsWith('.workflow.gen.ts')) expect(shape).toBe(wanted[path]);
    }),
    { numRuns: 150 },
  );
  expect(compiled).toBeGreaterThan(10);
});

it.each([
  [
    'an external entity',
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><bpmn:definitions>&x;</bpmn:definitions>',
  ],
  [
    'a bomb',
    `<!DOCTYPE d [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(
      100,
    )}"><!ENTITY c "${'&b;'.repeat(100)}">]><x>&c;</x>`,
  ],
])('refuses %s', async (_, source) => {
  const { diagnostics, files } = await compile(source, { name: 'p' });
  expect(files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toContain('BT1002');
});

it('gets through 200 subprocesses, one in the other', async () => {
  const open = (depth: number): string =>
    depth === 0
      ? '<bpmn:task id="t" />'
      : `<bpmn:startEvent id="s${depth}" /><bpmn:subProcess id="p${depth}">${open(
          depth - 1,
        )}</bpmn:subProcess><bpmn:endEvent id="e${depth}" /><bpmn:sequenceFlow id="f${depth}" sourceRef="s${depth}" targetRef="p${depth}" /><bpmn:sequenceFlow id="g${depth}" sourceRef="p${depth}" targetRef="e${depth}" />`;
  const { files, diagnostics } = await compile(drawing(open(200)), {
    name: 'p',
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual(
    [],
  );
  expect(files.length).toBeGreaterThan(0);
});
