import { SignInPage } from '@backstage/core-components';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { DevelopmentSignIn } from './DevelopmentSignIn';
import { oidcAuthApiRef } from './oidcAuthApi';
import { readPersons } from './persons';

const oidcProvider = {
  id: 'oidc',
  title: 'Your organisation',
  message: 'Sign in with the account of your organisation',
  apiRef: oidcAuthApiRef,
};

/** A choice of persons where the development provider is configured, OpenID Connect elsewhere. */
export const FactorySignInPage = (props: SignInPageProps) => {
  const persons = readPersons(useApi(configApiRef));
  if (persons) return <DevelopmentSignIn {...props} persons={persons} />;
  return (
    <SignInPage
      {...props}
      title="Ameide Factory"
      align="center"
      provider={oidcProvider}
    />
  );
};
