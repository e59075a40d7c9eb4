import { atGithub } from './errors';

const PLACE = { repository: 'gitops', owner: 'acme', repo: 'gitops' };

const refusal = (
  status: number,
  message = 'No.',
  headers: Record<string, string> = {},
) =>
  Object.assign(new Error(message), {
    name: 'HttpError',
    status,
    response: { headers },
    request: { headers: { authorization: 'token ghs_secretsecretsecret' } },
  });

const explained = (error: Error): Promise<Error> =>
  atGithub(PLACE, () => Promise.reject(error)).catch(thrown => thrown);

describe('errors of GitHub', () => {
  it.each([
    [401, 'ServiceUnavailableError', 'expired'],
    [403, 'NotAllowedError', 'permissions'],
    [404, 'NotFoundError', 'install the app'],
    [409, 'ConflictError', 'No.'],
    [422, 'InputError', 'No.'],
    [502, 'ServiceUnavailableError', 'try again'],
  ])('explains %s as %s', async (status, name, remedy) => {
    const error = await explained(refusal(status));
    expect(error).toMatchObject({ name });
    expect(error.message).toContain('acme/gitops');
    expect(error.message).toContain(remedy);
    expect(JSON.stringify(error)).not.toContain('secret');
  });

  it.each([
    [refusal(403, 'Secondary rate limit', { 'retry-after': '60' }), 'for 60 s'],
    [
      refusal(403, 'API rate limit exceeded', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1795428000',
      }),
      'until 2026-11-23T10:00:00.000Z',
    ],
    [refusal(429), 'for now'],
  ])('says how long the rate limit holds', async (error, wait) => {
    const { name, message } = await explained(error);
    expect(name).toBe('ServiceUnavailableError');
    expect(message).toContain(`${wait}: its rate limit is reached`);
  });

  it('says that GitHub is not reached', async () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), {
      name: 'HttpError',
      status: 500,
    });
    expect((await explained(error)).message).toBe(
      'GitHub could not be reached for acme/gitops: connect ECONNREFUSED',
    );
  });

  it('takes credentials out of what GitHub says', async () => {
    const said = 'ghp_aaaaaaaaaaaaaaaaaaaa and Bearer abcdefghijklmnopqrstuv';
    const { message } = await explained(refusal(422, said));
    expect(message).toContain('*** and Bearer ***');
  });

  it('leaves other errors as they are', async () => {
    const error = new TypeError('x');
    expect(await explained(error)).toBe(error);
  });
});
