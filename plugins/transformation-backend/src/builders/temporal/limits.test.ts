import { MAX_SOURCE_BYTES } from '@ameide/bpmn-temporal';
import { MAX_CONTENT_BYTES } from '@ameide/plugin-transformation-common';
import { compileIsolated } from '.';

jest.setTimeout(120_000);

/** A row of so many service tasks, each with what a modeler writes to it. */
function row(tasks: number): string {
  const nodes = Array.from({ length: tasks }, (_, n) => {
    const name = `Step ${n} of a long process, as somebody may have called it`;
    return `<serviceTask id="T${n}" name="${name}"><extensionElements><zeebe:taskDefinition type="work-${
      n % 20
    }"/><zeebe:ioMapping><zeebe:input source="=order.id" target="id"/></zeebe:ioMapping></extensionElements></serviceTask><sequenceFlow id="F${n}" sourceRef="${
      n ? `T${n - 1}` : 'Start'
    }" targetRef="T${n}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t"><process id="long" isExecutable="true"><startEvent id="Start"/>${nodes.join(
    '',
  )}<endEvent id="End"/><sequenceFlow id="F" sourceRef="T${
    tasks - 1
  }" targetRef="End"/></process></definitions>`;
}

describe('the limits of the compiler', () => {
  it('are those of the store', () => {
    expect(MAX_SOURCE_BYTES).toBe(MAX_CONTENT_BYTES);
  });

  it('let a drawing of more than 8 MB through', async () => {
    const drawing = row(25_000);
    expect(drawing.length).toBeGreaterThan(8_000_000);
    const { diagnostics, files } = await compileIsolated(drawing, 'long', {});
    expect(diagnostics).toEqual([]);
    const ofLastTask = files.filter(({ content }) =>
      content.includes('Step 24999 of a long process'),
    );
    expect(ofLastTask.map(({ path }) => path)).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.gen\.ts$/)]),
    );
  });

  it('refuse what is larger, and say what to do', async () => {
    const { diagnostics, files } = await compileIsolated(
      row(1).padEnd(MAX_SOURCE_BYTES + 1),
      'large',
      {},
    );
    expect(files).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        code: 'BT1001',
        message: 'The drawing has 10485761 bytes, more than 10485760',
        hint: expect.stringContaining('Split it'),
      },
    ]);
  });
});
