import { snippetOf } from './snippet';

describe('a snippet', () => {
  const text = '3 tasks\nQualify the lead\nSend an offer to the lead';

  it('is the line that has most of the words', () => {
    expect(snippetOf(text, ['lead'])).toBe('Qualify the lead');
    expect(snippetOf(text, ['off', 'lead'])).toBe('Send an offer to the lead');
    expect(snippetOf(text, ['invoice'])).toBeUndefined();
  });

  it('is cut to what was found where the line is long', () => {
    const long = `${'before '.repeat(50)}offer ${'behind '.repeat(50)}`;
    const snippet = snippetOf(long, ['offer'])!;
    expect(snippet).toMatch(/^….*before offer behind.*…$/);
    expect(snippet.length).toBeLessThan(170);
  });
});
