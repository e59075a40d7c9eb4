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
});
