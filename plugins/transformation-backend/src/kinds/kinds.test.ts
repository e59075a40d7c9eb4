import Ajv2020 from 'ajv/dist/2020';
import {
  kindSchemas,
  MAX_CONTENT_BYTES,
} from '@ameide/plugin-transformation-common';
import { factoryKinds } from '.';
import { CONTENTS } from '../__testUtils__/contents';
import { drawing } from '../__testUtils__/drawing';
import { isolatedFunctions } from './definition';

jest.setTimeout(120_000);

describe('the kinds of the factory', () => {
  it('are those that have a schema', () => {
    expect(factoryKinds.map(({ kind }) => kind).sort()).toEqual(
      Object.keys(kindSchemas).sort(),
    );
  });

  it.each(
    factoryKinds.map(
      kind => [kind.kind as keyof typeof CONTENTS, kind] as const,
    ),
  )(
    '%s takes a good content, tells what is in it, and differs from itself in nothing',
    async (name, kind) => {
      const content = CONTENTS[name];
      await expect(kind.assertContent(content)).resolves.toBeUndefined();
      const errors = (await kind.validate(content)).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
      const { summary, searchText } = await kind.describe(content);
      expect(summary).toMatch(/^\d+ \w+/);
      expect(searchText).not.toBe('');
      await expect(kind.difference(content, content)).resolves.toEqual([]);
      const merged = await kind.merge(content, content, content);
      await expect(kind.difference(content, merged.content!)).resolves.toEqual(
        [],
      );
    },
  );

  it.each(Object.entries(kindSchemas))(
    'have a JSON Schema: %s',
    (name, _schema) => {
      const { schema } = factoryKinds.find(({ kind }) => kind === name)!;
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
      });
      expect(new Ajv2020({ strict: false }).validateSchema(schema)).toBe(true);
    },
  );

  it('read XML in a thread, which tells a problem as one', async () => {
    await expect(isolatedFunctions('dmn').problemOf('<a/>')).resolves.toMatch(
      /this is no DMN XML/,
    );
  });

  it('take a drawing of nearly 10 MiB, and compare it', async () => {
    const tasks = Array.from(
      { length: 100_000 },
      (_, n) =>
        `<task id="T${n}" name="Task ${n} of a drawing that is as large as one may be, and this is what it is"/>`,
    ).join('');
    const large = drawing().replace('<endEvent', `${tasks}<endEvent`);
    expect(Buffer.byteLength(large)).toBeGreaterThan(10_000_000);
    expect(Buffer.byteLength(large)).toBeLessThan(MAX_CONTENT_BYTES);
    const bpmn = factoryKinds.find(({ kind }) => kind === 'bpmn')!;
    await bpmn.assertContent(large);
    const changes = await bpmn.difference(
      large,
      large.replace('Task 7 of', 'Step 7 of'),
    );
    expect(changes).toMatchObject([{ elementId: 'T7', change: 'changed' }]);
  });
});
