export interface Config {
  auth?: {
    providers?: {
      /** A choice of persons without any proof. Refused unless NODE_ENV is `development`. */
      development?: {
        /** Who can be chosen on the sign-in page. */
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
