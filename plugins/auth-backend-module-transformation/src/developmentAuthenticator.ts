import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import { z } from 'zod';

/** Carries the entity reference of the chosen person. */
export const PERSON_HEADER = 'x-development-person';

const personsSchema = z.array(z.object({ userEntityRef: z.string().min(1) }));

/**
 * Signs in as one of the persons listed in `auth.providers.development.persons`,
 * without any proof, and therefore in development alone.
 *
 * @throws NotAllowedError at start where `NODE_ENV` is not `development`
 */
export const developmentAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (person: { userEntityRef: string }) => ({
    profile: { displayName: person.userEntityRef },
  }),
  initialize({ config }) {
    if (process.env.NODE_ENV !== 'development') {
      throw new NotAllowedError(
        'auth.providers.development signs anybody in and works with NODE_ENV=development only; remove it and configure auth.providers.oidc',
      );
    }
    const persons = personsSchema.parse(config.get('persons'));
    return new Set(persons.map(person => person.userEntityRef));
  },
  async authenticate({ req }, persons) {
    const userEntityRef = req.header(PERSON_HEADER);
    if (!userEntityRef || !persons.has(userEntityRef)) {
      throw new AuthenticationError(
        `The header ${PERSON_HEADER} must name one of auth.providers.development.persons`,
      );
    }
    return { result: { userEntityRef } };
  },
});
