import { drawing } from '../../__testUtils__/drawing';
import { mergeXml } from './mergeXml';

const merge = (base: string, theirs: string, mine: string) =>
  mergeXml(base, theirs, mine, 'id');
const addTask = (xml: string, id: string) =>
  xml.replace(
    '    <endEvent',
    `    <task id="${id}" name="${id}" />\n    <endEvent`,
  );

describe('merging XML', () => {
  const base = drawing();

  it('joins changes of different elements, comments and extensions kept', () => {
    const theirs = base.replace('id="F1"', 'id="F1" name="Theirs"');
    const mine = base
      .replace('name="Do it"', 'name="Mine"')
      .replace('type="do-it"', 'type="mine"');
    const { content } = merge(base, theirs, mine);
    expect(content).toContain('<!-- kept byte for byte -->');
    expect(content).toContain('name="Theirs"');
    expect(content).toContain('name="Mine"');
    expect(content).toContain('<zeebe:taskDefinition type="mine"/>');
    expect(content).toContain('value="component:demo/sales"');
    expect(content!.match(/<serviceTask/g)).toHaveLength(1);
    expect(content!.match(/<sequenceFlow/g)).toHaveLength(2);
  });

  it('takes what both sides added and removed', () => {
    const theirs = addTask(base, 'Theirs');
    const mine = addTask(base, 'Mine').replace(
      / *<sequenceFlow id="F2".*\n/,
      '',
    );
    const { content } = merge(base, theirs, mine);
    expect(content).toMatch(
      /id="Theirs"[^]*id="Mine"|id="Mine"[^]*id="Theirs"/,
    );
    expect(content).not.toContain('id="F2"');
    expect(content!.indexOf('id="Mine"')).toBeLessThan(
      content!.indexOf('id="End"'),
    );
  });

  it('is the other one where one side changed nothing but spaces and prefixes', () => {
    const theirs = base.replace('name="Do it"', 'name="Theirs"');
    const prefixed = base
      .replace(/<(\/?)([a-z]\w+)(?=[ >])/g, '<$1bpmn:$2')
      .replace('xmlns=', 'xmlns:bpmn=')
      .replace(/\n {4}/g, '\n\t');
    expect(merge(base, theirs, prefixed).content).toBe(
      merge(base, theirs, base).content,
    );
    expect(merge(base, base, theirs).content).toContain('name="Theirs"');
  });

  it.each([
    [
      'the same attribute',
      base.replace('name="Do it"', 'name="A"'),
      base.replace('name="Do it"', 'name="B"'),
      ['Task'],
    ],
    [
      'one element that the other took away',
      base.replace(/ *<endEvent.*\n/, ''),
      base.replace('id="End"', 'id="End" name="Done"'),
      ['End'],
    ],
    [
      'one element that mine took away',
      base.replace('id="Start"', 'id="Start" name="A"'),
      base.replace(/ *<startEvent.*\n/, ''),
      ['Start'],
    ],
    [
      'two new elements of one id',
      addTask(base, 'New'),
      addTask(base, 'New').replace('name="New"', 'name="Other"'),
      ['New'],
    ],
    [
      'a process that the other took away',
      base.replace(/ *<process[^]*<\/process>\n/, ''),
      addTask(base, 'New'),
      ['New'],
    ],
  ])('refuses changes of %s', (_name, theirs, mine, elementIds) => {
    expect(merge(base, theirs, mine)).toEqual({ elementIds });
  });

  it('keeps lines and spaces as both sides wrote them', () => {
    const theirs = addTask(base, 'Theirs');
    const mine = base
      .replace('name="Do it"', 'name="Mine"')
      .replace('    <endEvent', '    <task id="Mine"/>\n    <endEvent');
    const lines = merge(base, theirs, mine).content!.split('\n');
    const expected = merge(base, theirs, base)
      .content!.replace('name="Do it"', 'name="Mine"')
      .replace('    <endEvent', '    <task id="Mine"/>\n    <endEvent');
    expect(lines).toEqual(expected.split('\n'));
  });

  it('takes what both sides did alike', () => {
    const both = base.replace('name="Do it"', 'name="Same"');
    expect(merge(base, both, both).content).toBe(
      merge(both, both, both).content,
    );
  });

  it('finds elements around others by their name', () => {
    const model = (elements: string) =>
      `<model identifier="M"><name>N</name><elements>${elements}</elements></model>`;
    const one = '<element identifier="A"><name>A</name></element>';
    const two = '<element identifier="B"><name>B</name></element>';
    const three = '<element identifier="C"><name>C</name></element>';
    const { content } = mergeXml(
      model(one),
      model(one + two),
      model(one.replace('<name>A', '<name>AA') + three),
      'identifier',
    );
    expect(content).toBe(
      model(one.replace('<name>A', '<name>AA') + two + three),
    );
  });
});
