/**
 * What the sign-in page reads. The provider itself is configured, and described, in
 * `@ameide/plugin-auth-backend-module-transformation`; a front end sees only the
 * configuration of packages that it depends on, hence the same keys here.
 */
export interface Config {
  auth?: {
    providers?: {
      development?: {
        persons: Array<{
          /**
           * The User entity; its namespace is the tenant.
           * @visibility frontend
           */
          userEntityRef: string;
          /**
           * The name on the sign-in page.
           * @visibility frontend
           */
          title: string;
          /**
           * What this person is there for.
           * @visibility frontend
           */
          description?: string;
        }>;
      };
    };
  };
}
