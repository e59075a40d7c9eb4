import { durationFrom, repetition, timeUntil } from './duration';

const start = Date.UTC(2028, 0, 31);

describe('durationFrom', () => {
  it.each([
    ['PT24H', 86_400_000],
    ['P1D', 86_400_000],
    ['P1W', 7 * 86_400_000],
    ['PT1M30.5S', 90_500],
    ['-PT1S', -1_000],
    ['P1Y', 366 * 86_400_000],
  ])('%s', (text, ms) => expect(durationFrom(start, text)).toBe(ms));

  it.each(['', 'P', 'PT', '1 day', 'PT1D', 'P1H'])('refuses %p', text => {
    expect(() => durationFrom(start, text)).toThrow('no ISO 8601 duration');
  });
});

it('takes a date without a zone as UTC', () => {
  expect(timeUntil(start, '2028-01-31T00:00:01')).toBe(1_000);
  expect(timeUntil(start, '2028-01-31T02:00:01+02:00')).toBe(1_000);
  expect(() => timeUntil(start, 'soon')).toThrow('no ISO 8601 date');
});

it('reads repetitions', () => {
  expect(repetition('R3/PT10S')).toEqual({ times: 3, every: 'PT10S' });
  expect(repetition('R/P1D').times).toBe(Infinity);
  expect(() => repetition('0 0 * * *')).toThrow('no ISO 8601 repetition');
});
