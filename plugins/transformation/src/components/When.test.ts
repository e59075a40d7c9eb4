import { relativeTime } from './When';

const now = new Date('2026-11-20T10:00:00Z');
const at = (iso: string) => relativeTime(new Date(iso), now);

describe('relativeTime', () => {
  it.each([
    ['2026-11-20T09:59:40Z', 'just now'],
    ['2026-11-20T09:57:00Z', '3 minutes ago'],
    ['2026-11-19T09:00:00Z', 'yesterday'],
    ['2026-11-20T10:00:30Z', 'in a moment'],
    ['2026-11-20T10:05:00Z', 'in 5 minutes'],
  ])('%s is %s', (iso, words) => {
    expect(at(iso)).toBe(words);
  });
});
