import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Somebody whom one may be in development, from `auth.providers.development.persons`. */
export interface Person {
  userEntityRef: string;
  title: string;
  description?: string;
}

/**
 * Reads the persons to choose from.
 *
 * @returns undefined where the development provider is not configured
 */
export function readPersons(config: ConfigApi): Person[] | undefined {
  return config
    .getOptionalConfigArray('auth.providers.development.persons')
    ?.map(person => {
      const userEntityRef = person.getString('userEntityRef');
      return {
        userEntityRef,
        title: person.getOptionalString('title') ?? userEntityRef,
        description: person.getOptionalString('description'),
      };
    });
}

const KEY = 'ameide.signIn.person';

/** The choice, kept for as long as the browser's tab lives: a reload stays signed in. */
export const chosenPerson = {
  get: () => window.sessionStorage.getItem(KEY) ?? undefined,
  set: (userEntityRef: string) =>
    window.sessionStorage.setItem(KEY, userEntityRef),
  forget: () => window.sessionStorage.removeItem(KEY),
};
