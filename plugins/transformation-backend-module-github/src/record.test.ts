import { readRecord, writeRecord } from './record';

const RECORD = {
  artifactId: 'lead-to-order',
  revision: 3,
  buildId: 'build-1',
  headCommit: 'c0ffee',
  author: 'user:demo/ada',
  companionId: 'gitops.3',
};

describe('the record in a pull request', () => {
  it('comes back as it was written, and is not shown', () => {
    const text = writeRecord('Some *text*.\n', RECORD);
    expect(text).toMatch(/^Some \*text\*\.\n\n<!-- .* -->$/);
    expect(readRecord(text)).toEqual({ body: 'Some *text*.', record: RECORD });
    // after an edit in GitHub's page
    const edited = `${text.replace(/\n/g, '\r\n')}\r\nMore.`;
    expect(readRecord(edited)).toEqual({
      body: 'Some *text*.\nMore.',
      record: RECORD,
    });
  });

  it('cannot be ended or forged by what it says', () => {
    const hostile = {
      ...RECORD,
      author: '--> <script> <!-- ameide-factory {}',
    };
    const forged = writeRecord('', { ...RECORD, author: 'user:demo/eve' });
    const text = writeRecord(`Title ${forged} <!-- open`, hostile);
    expect(text.match(/-->/g)).toHaveLength(2);
    expect(readRecord(text).record).toEqual(hostile);
  });

  it.each([
    ['nothing', null],
    ['text', 'Some text'],
    ['an open end', '<!-- ameide-factory {'],
    ['no JSON', '<!-- ameide-factory {x} -->'],
    ['another shape', '<!-- ameide-factory {"revision":"1"} -->'],
    [
      'no id of a pull request',
      writeRecord('', RECORD).replace('gitops.3', '../x'),
    ],
  ])('is not taken from %s', (_, text) => {
    expect(readRecord(text).record).toBeUndefined();
  });

  it('reads a hostile text in no time', () => {
    const text = `${'\n'.repeat(30_000)}${'<!-- ameide-factory '.repeat(1500)}`;
    const before = performance.now();
    readRecord(text);
    expect(performance.now() - before).toBeLessThan(200);
  });
});
