import { ConfigReader } from '@backstage/config';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DevelopmentSignIn } from './DevelopmentSignIn';
import { chosenPerson, readPersons } from './persons';

const persons = [
  { userEntityRef: 'user:acme/ada', title: 'Ada Lovelace' },
  { userEntityRef: 'user:acme/bob', title: 'Bob', description: 'Looks' },
];
const session = {
  providerInfo: {},
  profile: {},
  backstageIdentity: {
    token: `x.${btoa('{"exp":9999999999}')}.x`,
    identity: {
      type: 'user',
      userEntityRef: 'user:acme/ada',
      ownershipEntityRefs: [],
    },
  },
};

describe('DevelopmentSignIn', () => {
  const fetchMock = jest.fn();
  beforeEach(() => {
    chosenPerson.forget();
    fetchMock.mockReset().mockResolvedValue({
      ok: true,
      json: async () => session,
    });
    global.fetch = fetchMock;
  });

  it('signs in as the person chosen, until they sign out', async () => {
    const onSignInSuccess = jest.fn();
    renderInTestApp(
      <DevelopmentSignIn persons={persons} onSignInSuccess={onSignInSuccess} />,
    );
    await userEvent.click(await screen.findByRole('button', { name: /Ada/ }));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    const [url, init] = fetchMock.mock.calls.at(-1)!;
    expect(url).toMatch(/auth\/development\/refresh$/);
    expect(init.headers.get('x-development-person')).toBe('user:acme/ada');
    expect(chosenPerson.get()).toBe('user:acme/ada');

    await onSignInSuccess.mock.calls[0][0].signOut();
    expect(chosenPerson.get()).toBeUndefined();
  });

  it('stays signed in over a reload', async () => {
    chosenPerson.set('user:acme/bob');
    const onSignInSuccess = jest.fn();
    renderInTestApp(
      <DevelopmentSignIn persons={persons} onSignInSuccess={onSignInSuccess} />,
    );
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
  });

  it('asks anew where the choice of before is no longer offered', async () => {
    chosenPerson.set('user:acme/gone');
    renderInTestApp(
      <DevelopmentSignIn persons={persons} onSignInSuccess={() => {}} />,
    );
    expect(
      await screen.findByRole('button', { name: /Bob/ }),
    ).toBeInTheDocument();
  });
});

describe('readPersons', () => {
  it('is undefined where the provider is not configured', () => {
    expect(readPersons(new ConfigReader({}))).toBeUndefined();
  });
});
