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
