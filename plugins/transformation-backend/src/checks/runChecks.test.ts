import { runChecks } from './runChecks';

const remedy = 'do this';

it('tells of each thing how it stands, and what to do where it is not well', async () => {
  expect(
    await runChecks([
      { name: 'one', remedy, look: async () => 'fine' },
      { name: 'two', remedy, look: async () => ({ warning: 'hardly' }) },
      {
        name: 'three',
        remedy,
        look: async () => {
          throw new Error('broken');
        },
      },
    ]),
  ).toEqual([
    { name: 'one', status: 'ok', detail: 'fine' },
    { name: 'two', status: 'warning', detail: 'hardly', remedy },
    { name: 'three', status: 'failed', detail: 'broken', remedy },
  ]);
});

it('does not wait for ever', async () => {
  jest.useFakeTimers();
  const checks = runChecks([
    { name: 'one', remedy, look: () => new Promise(() => {}) },
  ]);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await checks).toMatchObject([
    { status: 'failed', detail: 'no answer within 10 s' },
  ]);
});
