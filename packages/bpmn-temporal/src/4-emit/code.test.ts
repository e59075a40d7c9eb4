import * as fc from 'fast-check';
import ts from 'typescript';
import { compile } from '../compile';
import { drawing } from '../__testUtils__/drawing';
import {
  camelCase,
  commentText,
  identifiers,
  json,
  literal,
  property,
} from './code';

jest.setTimeout(60_000);

const hostile = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "'",
      '`',
      '"',
      '\\',
      '\n',
      '\r\n',
      '*/',
      '//',
      '${process.exit()}',
      '\u2028',
      '\ud800',
      '__proto__',
      'constructor',
      "');evil();('",
    ),
  )
  .chain(part => fc.string().map(text => text + part + text));

describe('code', () => {
  it('keeps any text inside of its literal', () => {
    fc.assert(
      fc.property(hostile, text => {
        // eslint-disable-next-line no-eval
        expect((0, eval)(literal(text))).toBe(text);
        expect(literal(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  it('keeps any JSON value, and makes no prototype of a property', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, name) => {
        // eslint-disable-next-line no-eval
        expect((0, eval)(`(${json({ [name]: value })})`)).toEqual(
          JSON.parse(JSON.stringify({ [name]: value })),
        );
      }),
    );
    expect(property('__proto__')).toBe("['__proto__']");
  });

  it('keeps any text inside of its comment', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(commentText(text)).not.toMatch(/\*\/|[\n\r\u2028\u2029]/);
      }),
    );
  });

  it('hands out each identifier once, and never a word of the language', () => {
    fc.assert(
      fc.property(fc.array(hostile), texts => {
        const unique = identifiers(['taken']);
        const names = texts.map(text => unique([text, 'taken', 'class']));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) {
          expect(name).toMatch(/^[A-Za-z_$][A-Za-z0-9_$]*$/);
          expect(name).not.toBe('class');
        }
      }),
    );
    expect(camelCase('Übergabe an “Order-to-cash”')).toBe(
      'ubergabeAnOrderToCash',
    );
  });

  it('lets no name of a drawing out of its place', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        const name = xml(text);
        const source = drawing(`<bpmn:documentation>${name}</bpmn:documentation>
          <bpmn:startEvent id="s" name="${name}" />
          <bpmn:serviceTask id="a" name="${name}"><bpmn:documentation>${name}</bpmn:documentation><bpmn:extensionElements>
            <zeebe:taskDefinition type="x${name}" /><zeebe:taskHeaders><zeebe:header key="${name}" value="${name}" /></zeebe:taskHeaders>
          </bpmn:extensionElements></bpmn:serviceTask>
          <bpmn:endEvent id="e" name="${name}" />
          <bpmn:sequenceFlow id="f" name="${name}" sourceRef="s" targetRef="a" />
          <bpmn:sequenceFlow id="g" sourceRef="a" targetRef="e" />`);
        const { files } = await compile(source, { name: 'hostile' });
        for (const { path, content } of files.filter(file =>
          /^src\/[^/]*\.ts$/.test(file.path),
        )) {
          const { diagnostics } = ts.transpileModule(content, {
            fileName: path,
            reportDiagnostics: true,
          });
          expect(diagnostics).toEqual([]);
          const tree = ts.createSourceFile(
            path,
            content,
            ts.ScriptTarget.Latest,
            true,
          );
          expect(callees(tree)).toEqual(
            expect.not.arrayContaining(['evil', 'process.exit']),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The text as it may stand in XML. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '')
    .replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

function callees(node: ts.Node): string[] {
  const own = ts.isCallExpression(node) ? [node.expression.getText()] : [];
  return [...own, ...node.getChildren().flatMap(callees)];
}
