import type { ElementOperation } from '@ameide/plugin-transformation-common';
import { CONTENTS } from '../../__testUtils__/contents';
import { markdownFunctions } from '.';
import { readMarkdown } from './read';

const base = CONTENTS.markdown;

describe('the kind markdown', () => {
  it('reads front matter, sections and links', () => {
    expect(readMarkdown(base)).toEqual({
      frontMatter: { status: 'draft' },
      sections: [
        { id: 'preamble', name: '', level: 0, text: 'Who it is for.' },
        {
          id: 'lead-to-order',
          name: 'Lead to order',
          level: 1,
          text: expect.stringMatching(/^How a \[lead\].*\.$/),
        },
        {
          id: 'scope',
          name: 'Scope',
          level: 2,
          text: 'See [the web](https://example.com).',
        },
      ],
      links: [
        'tenants/demo/artifacts/leads',
        'component:demo/sales',
        'https://example.com',
      ],
    });
  });

  it('tells headings of one name apart', () => {
    const { sections } = readMarkdown('# A\n# A\n# !\n');
    expect(sections.map(({ id }) => id)).toEqual(['a', 'a-2', 'section']);
  });

  it('refers to artifacts and entities, not to the web', async () => {
    expect((await markdownFunctions.describe(base)).references).toEqual([
      'component:demo/sales',
      'tenants/demo/artifacts/leads',
    ]);
  });

  it('tells sections that changed', async () => {
    const after = base.replace('the web', 'the page').replace('draft', 'done');
    const changes = await markdownFunctions.difference(base, after);
    expect(changes).toMatchObject([
      {
        elementId: '/',
        detail: 'frontMatter status changed from "draft" to "done"',
      },
      { elementId: 'scope', elementType: 'section', elementName: 'Scope' },
    ]);
  });

  it('takes any text, but no front matter that is none', async () => {
    await expect(markdownFunctions.problemOf('<x')).resolves.toBeUndefined();
    await expect(markdownFunctions.problemOf('---\n- a\n---\n')).resolves.toBe(
      'line 1: the front matter must be a mapping of names to values',
    );
  });

  it('joins lines that one side changed, and names those that both did', async () => {
    const theirs = base.replace('Who it', 'For whom it');
    const mine = base.replace('the web', 'the page');
    await expect(markdownFunctions.merge(base, theirs, mine)).resolves.toEqual({
      content: theirs.replace('the web', 'the page'),
    });
    await expect(
      markdownFunctions.merge(base, theirs, base.replace('Who it', 'Whom it')),
    ).resolves.toEqual({ elementIds: ['line 4'] });
  });

  describe('operations', () => {
    const set = (elementId: string, property: string, value: unknown) =>
      ({ op: 'set', elementId, property, value } as ElementOperation);
    const apply = (...operations: ElementOperation[]) =>
      markdownFunctions.apply(base, operations);

    it('set text and headings, and leave all other lines', async () => {
      await expect(
        apply(
          set('scope', 'text', 'All of it.'),
          set('lead-to-order', 'name', 'Leads'),
        ),
      ).resolves.toEqual({
        content: base
          .replace('See [the web](https://example.com).', 'All of it.')
          .replace('# Lead to order', '# Leads'),
      });
      await expect(
        apply(set('preamble', 'text', 'For all.'), set('scope', 'level', 3)),
      ).resolves.toEqual({
        content: base
          .replace('Who it is for.', 'For all.')
          .replace('## Scope', '### Scope'),
      });
    });

    it('remove a section with those inside', async () => {
      const { content } = await apply({
        op: 'remove',
        elementId: 'lead-to-order',
      });
      expect(content).toBe('---\nstatus: draft\n---\nWho it is for.\n\n');
    });

    it('set the front matter, and make or remove it', async () => {
      const { content } = await apply(set('/', 'owner', 'ada'));
      expect(content).toBe(base.replace('draft\n', 'draft\nowner: ada\n'));
      const none = await apply(set('/', 'status', null));
      expect(none.content).toBe(base.replace('---\nstatus: draft\n---\n', ''));
      const made = await markdownFunctions.apply('# A\n', [
        set('/', 'a', 'x: y'),
      ]);
      expect(made.content).toBe('---\na: "x: y"\n---\n# A\n');
    });

    it.each([
      [set('nowhere', 'text', ''), 'there is no section nowhere'],
      [set('scope', 'name', 'a\nb'), /^name of the section scope cannot be/],
      [set('scope', 'level', 7), /cannot be 7; there are name/],
      [set('scope', 'colour', 'red'), /^colour of the section scope/],
      [set('preamble', 'name', 'A'), /^name of the section preamble/],
      [{ op: 'remove', elementId: '/' } as ElementOperation, /whole/],
    ])('that do not fit are refused: %j', async (operation, problem) => {
      await expect(apply(operation)).resolves.toEqual({
        problem: expect.stringMatching(problem),
      });
    });
  });
});
