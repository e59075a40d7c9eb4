import { ProxiedSignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { Mark } from '../nav/Logo';
import styles from './DevelopmentSignIn.module.css';
import { chosenPerson, type Person } from './persons';

const SignInProblem = (props: { error?: Error; onBack: () => void }) => (
  <main className={styles.page}>
    <Flex direction="column" gap="3">
      <Alert
        status="danger"
        icon
        title="Signing in did not work"
        description={props.error?.message ?? 'The backend gave no reason.'}
      />
      <Button variant="primary" onPress={props.onBack}>
        Choose another person
      </Button>
    </Flex>
  </main>
);

/** Signs in as one of the configured persons; the choice outlives a reload, not a sign-out. */
export const DevelopmentSignIn = ({
  persons,
  onSignInSuccess,
}: SignInPageProps & { persons: Person[] }) => {
  const [chosen, setChosen] = useState(() => {
    const ref = chosenPerson.get();
    return persons.some(p => p.userEntityRef === ref) ? ref : undefined;
  });
  const choose = (ref: string) => {
    chosenPerson.set(ref);
    setChosen(ref);
  };
  const forget = () => {
    chosenPerson.forget();
    setChosen(undefined);
  };

  if (chosen) {
    return (
      <ProxiedSignInPage
        provider="development"
        headers={{ 'x-development-person': chosen }}
        onSignInSuccess={identity => onSignInSuccess(forgetful(identity))}
        ErrorComponent={({ error }) => (
          <SignInProblem error={error} onBack={forget} />
        )}
      />
    );
  }

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <h1 className={styles.title}>Ameide Factory</h1>
        <p className={styles.lead}>Who are you today?</p>
      </header>
      <ul className={styles.persons}>
        {persons.map(person => (
          <li key={person.userEntityRef}>
            <button
              type="button"
              className={styles.person}
              onClick={() => choose(person.userEntityRef)}
            >
              <span className={styles.initials} aria-hidden>
                {initials(person.title)}
              </span>
              <span>
                <strong className={styles.name}>{person.title}</strong>
                {person.description && (
                  <span className={styles.description}>
                    {person.description}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>
        Development sign-in: no password is asked, so this must never face the
        internet.
      </p>
    </main>
  );
};

/** The same identity, but signing out forgets the choice and comes back to it. */
function forgetful(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      chosenPerson.forget();
      await identity.signOut();
    },
  };
}

function initials(title: string): string {
  return title
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map(word => word.charAt(0).toUpperCase())
    .join('');
}
