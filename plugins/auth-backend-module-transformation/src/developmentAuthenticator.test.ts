import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import {
  developmentAuthenticator,
  PERSON_HEADER,
} from './developmentAuthenticator';

const config = mockServices.rootConfig({
  data: { persons: [{ userEntityRef: 'user:demo/ada', title: 'Ada' }] },
});
const requestOf = (person?: string) =>
  ({
    header: (name: string) => (name === PERSON_HEADER ? person : undefined),
  } as Parameters<typeof developmentAuthenticator.authenticate>[0]['req']);

describe('developmentAuthenticator', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
  });

  it('refuses to start outside development', () => {
    Object.assign(process.env, { NODE_ENV: 'production' });
    expect(() => developmentAuthenticator.initialize({ config })).toThrow(
      /NODE_ENV=development only.*configure auth.providers.oidc/,
    );
  });

  it('refuses a list without references', () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    expect(() =>
      developmentAuthenticator.initialize({
        config: new ConfigReader({ persons: [{ title: 'nobody' }] }),
      }),
    ).toThrow(/userEntityRef/);
  });

  it('signs in the persons of the list and nobody else', async () => {
    Object.assign(process.env, { NODE_ENV: 'development' });
    const context = developmentAuthenticator.initialize({ config });
    await expect(
      developmentAuthenticator.authenticate(
        { req: requestOf('user:demo/ada') },
        context,
      ),
    ).resolves.toEqual({ result: { userEntityRef: 'user:demo/ada' } });
    for (const stranger of ['user:other/olga', '', undefined]) {
      await expect(
        developmentAuthenticator.authenticate(
          { req: requestOf(stranger) },
          context,
        ),
      ).rejects.toThrow(/must name one of/);
    }
  });
});
