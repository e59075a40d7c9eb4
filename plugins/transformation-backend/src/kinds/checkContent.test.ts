import { CONTENTS } from '../__testUtils__/contents';
import { factoryKinds } from '.';
import { checkContent } from './checkContent';

const check = (kind: string, content: string) =>
  checkContent(factoryKinds.find(each => each.kind === kind)!, content);

describe('checking a content while it is edited', () => {
  it.each(Object.entries(CONTENTS).filter(([kind]) => kind !== 'bpmn'))(
    'has nothing to say of a good %s',
    async (kind, content) => {
      expect(await check(kind, content)).toEqual([]);
    },
  );

  it.each([
    ['archimate', '<model>\n<a>\n</model>', 2],
    ['composition', 'name: A\ncomponents: [', 2],
    ['markdown', '---\na: [\n---\n', 1],
  ])('says where a %s cannot be read', async (kind, content, line) => {
    expect(await check(kind, content)).toEqual([
      expect.objectContaining({ code: 'KIND000', severity: 'error', line }),
    ]);
  });

  it('says so of a DMN, whose reader tells no line', async () => {
    expect(await check('dmn', '<definitions>\n<decision')).toMatchObject([
      { code: 'KIND000', message: expect.stringContaining('<decision') },
    ]);
  });

  it('says in which line of a document the schema is broken', async () => {
    const content = CONTENTS.composition.replace('role: agent', 'role: boss');
    expect(await check('composition', content)).toMatchObject([
      { code: 'KIND001', line: 9, message: expect.stringContaining('role') },
    ]);
  });

  it('says in which line an element is that names what is not there', async () => {
    const agent = CONTENTS['agent-definition'].replace('to: END', 'to: Stop');
    expect(await check('agent-definition', agent)).toMatchObject([
      { code: 'KIND003', elementId: 'e3', line: 18 },
    ]);
    const model = CONTENTS.archimate.replace(
      'target="Quoting"',
      'target="Gone"',
    );
    expect(await check('archimate', model)).toMatchObject([
      { elementId: 'Serves', line: 13 },
    ]);
  });
});
