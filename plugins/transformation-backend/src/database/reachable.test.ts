import { reachable } from './reachable';

describe('an answer of the database', () => {
  const failing = (error: object) =>
    reachable(Promise.reject(Object.assign(new Error('select 1'), error)));

  it.each([
    { code: 'ECONNREFUSED' },
    { code: '57P01' },
    { code: '08006' },
    { name: 'KnexTimeoutError' },
    { message: 'insert into "x" - Connection terminated unexpectedly' },
  ])('that cannot be had says how to go on: %p', async error => {
    const told = await failing(error).catch(e => e);
    expect(told.name).toBe('ServiceUnavailableError');
    expect(told.message).toMatch(/^The database .* with the same commandId/);
    expect(told.message).not.toMatch(/select|insert/);
    expect(told.cause).toMatchObject(error);
  });

  it('that is another error stays that error', async () => {
    await expect(failing({ code: '23505' })).rejects.toThrow('select 1');
    await expect(reachable(Promise.resolve(1))).resolves.toBe(1);
  });
});
