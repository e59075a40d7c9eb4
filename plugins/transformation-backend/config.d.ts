import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** The factory: artifacts, builds, pull requests and instances. */
  transformation?: {
    /**
     * Folder for what the embedded forge and runner keep, relative to the working directory. Default: `data`.
     * @visibility backend
     */
    dataDir?: string;
    temporal?: {
      /**
       * Host and port of Temporal's frontend service. Default: `127.0.0.1:7233`.
       * @visibility backend
       */
      address?: string;
      /**
       * Default: `default`.
       * @visibility backend
       */
      namespace?: string;
      /**
       * Key for Temporal Cloud.
       * @visibility secret
       */
      apiKey?: string;
      /** Present, even if empty: TLS. */
      tls?: {
        /** @visibility backend */
        serverName?: string;
        /**
         * File of the authority that signed the server's certificate, PEM.
         * @visibility backend
         */
        caFile?: string;
        /**
         * File of the client's certificate, PEM.
         * @visibility backend
         */
        certFile?: string;
        /**
         * File of the client's key, PEM.
         * @visibility backend
         */
        keyFile?: string;
      };
    };
    /** How many changes a minute are taken, by one backend; more are answered with 429. */
    writesPerMinute?: {
      /**
       * Of one user. Default: 1200.
       * @visibility backend
       */
      perUser?: number;
      /**
       * Of all users of a tenant. Default: 6000.
       * @visibility backend
       */
      perTenant?: number;
    };
    snapshots?: {
      /** Where contents and snapshots go. Default: the database. */
      s3?: {
        /** @visibility backend */
        bucket: string;
        /**
         * Default: `us-east-1`.
         * @visibility backend
         */
        region?: string;
        /**
         * Of a store that is not Amazon's, as a URL.
         * @visibility backend
         */
        endpoint?: string;
        /**
         * Whether the bucket stands in the path and not in the host. Default: false.
         * @visibility backend
         */
        forcePathStyle?: boolean;
        /**
         * Default: what the environment gives, as AWS's own tools take it.
         * @visibility secret
         */
        accessKeyId?: string;
        /** @visibility secret */
        secretAccessKey?: string;
      };
    };
    /** How long what is not for good is kept. */
    retention?: {
      /**
       * Uploads that no command has taken. Default: a day.
       * @visibility backend
       */
      uploads?: HumanDuration | string;
      /**
       * What commands did: as long the same one again gives its first result. Default: 30 days.
       * @visibility backend
       */
      commands?: HumanDuration | string;
      /**
       * What consumers of the feed can still read. Default: 90 days.
       * @visibility backend
       */
      outbox?: HumanDuration | string;
    };
    forge?: {
      /**
       * `local`: the embedded forge, bare repositories below `dataDir`. Default: `none`, a module sets one.
       * @visibility backend
       */
      type?: 'local' | 'none';
    };
    runner?: {
      /**
       * `local`: the embedded stand-in for Argo CD, which runs merged revisions on this machine. Default: `none`.
       * @visibility backend
       */
      type?: 'local' | 'none';
    };
  };
}
