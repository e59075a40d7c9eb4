export interface Config {
  permission?: {
    transformation?: {
      /** By role: names of groups that give it, looked up in the user's own tenant. */
      roles?: {
        /** Draws, builds, runs templates. Default: `architects`. */
        architect?: string[];
        /** Merges pull requests. Default: `approvers`. */
        approver?: string[];
        /** Starts instances and decides tasks. Default: `architects`, `approvers`, `operators`. */
        operator?: string[];
      };
    };
  };
}
