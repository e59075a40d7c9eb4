export interface Config {
  transformation?: {
    forge?: {
      /** The factory's pull requests at GitHub, with the credentials of `integrations.github`. */
      github?: {
        /**
         * Host of an entry of `integrations.github`. Default: `github.com`.
         * @visibility backend
         */
        host?: string;
        /** Where each tenant's repositories are; a tenant that is not named here is refused. */
        tenants: {
          [tenant: string]: {
            /**
             * Organization that the repositories belong to.
             * @visibility backend
             */
            owner: string;
            /**
             * Name of the repository that Argo CD reads.
             * @visibility backend
             */
            gitopsRepository: string;
            /**
             * What the names of the services' repositories begin with. Default: nothing.
             * @visibility backend
             */
            servicePrefix?: string;
          };
        };
      };
    };
  };
}
