import { bpmnKind } from '..';
import { drawing } from '../../__testUtils__/drawing';

jest.setTimeout(60_000);

describe('the kind bpmn', () => {
  it('takes a drawing, and one with mistakes in it', async () => {
    await expect(bpmnKind.assertContent(drawing())).resolves.toBeUndefined();
    await expect(
      bpmnKind.assertContent(
        drawing().replace('targetRef="End"', 'targetRef="Nowhere"'),
      ),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['hello', /content: line 1, column 1: this is no BPMN 2.0 XML/],
    ['<a>\n<b></a>', /line 2, column 4/],
    [
      `<!DOCTYPE x [<!ENTITY a "b">]>${drawing()}`,
      /line 1: a DOCTYPE declaration is not allowed/,
    ],
    ['<html></html>', /this is no BPMN 2.0 XML/],
  ])('refuses %s', async (content, message) => {
    await expect(bpmnKind.assertContent(content)).rejects.toThrow(message);
  });

  it('tells what changed in the terms of BPMN', async () => {
    const after = drawing({ name: 'Do more', type: 'do-more' })
      .replace('id="End"', 'id="Ende"')
      .replace('targetRef="End"', 'targetRef="Ende"');
    const changes = await bpmnKind.difference(drawing(), after);
    expect(changes).toEqual(
      expect.arrayContaining([
        { elementId: 'Ende', elementType: 'endEvent', change: 'added' },
        { elementId: 'End', elementType: 'endEvent', change: 'removed' },
        {
          elementId: 'Task',
          elementType: 'serviceTask',
          elementName: 'Do more',
          change: 'changed',
          detail:
            'name changed from "Do it" to "Do more"; taskDefinition type changed from "do-it" to "do-more"',
        },
        {
          elementId: 'F2',
          elementType: 'sequenceFlow',
          change: 'changed',
          detail: 'targetRef changed from "End" to "Ende"',
        },
      ]),
    );
    expect(changes).toHaveLength(4);
  });

  it('joins two drawings and finds mistakes in what comes out', async () => {
    const theirs = drawing().replace('id="F1"', 'id="F1" name="Theirs"');
    const mine = drawing({ name: 'Mine' });
    const { content } = await bpmnKind.merge(drawing(), theirs, mine);
    expect(content).toContain('name="Theirs"');
    expect(content).toContain('name="Mine"');
    await expect(bpmnKind.validate(content!)).resolves.toEqual(
      await bpmnKind.validate(drawing()),
    );
    expect(
      await bpmnKind.validate(
        content!.replace('targetRef="End"', 'targetRef="Nowhere"'),
      ),
    ).toContainEqual(expect.objectContaining({ severity: 'error' }));
    await expect(
      bpmnKind.merge(drawing(), drawing({ name: 'Theirs' }), mine),
    ).resolves.toEqual({ elementIds: ['Task'] });
  });

  it('tells what it consists of, and what tasks are bound to', async () => {
    await expect(bpmnKind.describe(drawing())).resolves.toEqual({
      summary: '1 process, 5 elements',
      searchText: expect.stringContaining('Do it'),
      references: ['component:demo/sales'],
    });
  });

  it('sets properties and removes elements, and writes it in moddle’s way', async () => {
    const changed = await bpmnKind.apply(drawing(), [
      { op: 'set', elementId: 'Task', property: 'name', value: 'Set' },
      {
        op: 'set',
        elementId: 'F1',
        property: 'conditionExpression',
        value: '=ok',
      },
      { op: 'remove', elementId: 'End' },
    ]);
    expect(changed).toContain('name="Set"');
    expect(changed).toMatch(/<conditionExpression[^>]*>=ok</);
    expect(changed).toContain('<zeebe:taskDefinition type="do-it" />');
    // the flow to the end goes with it
    expect(changed).not.toContain('id="F2"');
    await expect(bpmnKind.apply(changed, [])).resolves.toBe(changed);
    for (const [operation, message] of [
      [{ op: 'remove', elementId: 'X' }, 'there is no element X'],
      [
        { op: 'set', elementId: 'Task', property: 'colour', value: 'red' },
        'Task, a bpmn:ServiceTask, has no property colour that can be set',
      ],
      [
        { op: 'set', elementId: 'F1', property: 'targetRef', value: 'Nowhere' },
        'targetRef of F1 cannot be "Nowhere"',
      ],
    ] as const) {
      await expect(bpmnKind.apply(drawing(), [operation])).rejects.toThrow(
        `operations: ${message}`,
      );
    }
  });
});
