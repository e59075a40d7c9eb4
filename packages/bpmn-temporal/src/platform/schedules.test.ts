import { timesOf } from './schedules';

const start = Date.UTC(2030, 0, 31, 12, 30, 15);

it('turns repetitions into intervals that keep to their beginning', () => {
  expect(timesOf({ form: 'cycle', source: 'R3/PT10M' }, start)).toEqual({
    spec: {
      startAt: new Date(start),
      intervals: [{ every: 600_000, offset: start % 600_000 }],
    },
    state: { remainingActions: 3 },
  });
  expect(
    timesOf({ form: 'cycle', source: 'R/2031-01-01T00:00:00Z/P1D' }, start),
  ).toMatchObject({ spec: { startAt: new Date(Date.UTC(2031, 0, 1)) } });
});

it('keeps months by the calendar', () => {
  expect(
    timesOf({ form: 'cycle', source: 'R/2030-02-15T08:00:00Z/P3M' }, start)
      .spec,
  ).toMatchObject({
    calendars: [
      {
        month: ['FEBRUARY', 'MAY', 'AUGUST', 'NOVEMBER'],
        dayOfMonth: 15,
        hour: 8,
      },
    ],
  });
  expect(() => timesOf({ form: 'cycle', source: 'R/P5M' }, start)).toThrow(
    'no part of a year',
  );
});

it("writes Camunda's cron, seconds first, as Temporal's, year last", () => {
  expect(
    timesOf({ form: 'cycle', source: '0 0 9-17 * * MON-FRI' }, start).spec,
  ).toEqual({ cronExpressions: ['0 0 9-17 * * MON-FRI *'] });
});

it('starts once at a date, or after a duration', () => {
  expect(
    timesOf({ form: 'date', source: '2031-05-06T07:08:09Z' }, start),
  ).toMatchObject({
    spec: {
      calendars: [{ year: 2031, month: 'MAY', dayOfMonth: 6, second: 9 }],
    },
    state: { remainingActions: 1 },
  });
  expect(timesOf({ form: 'duration', source: 'PT45S' }, start)).toMatchObject({
    spec: { calendars: [{ minute: 31, second: 0 }] },
  });
});
