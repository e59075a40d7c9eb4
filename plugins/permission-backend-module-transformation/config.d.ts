export interface Config {
  permission?: {
    transformation?: {
      /** By role: names of groups that give it, looked up in the user's own tenant. Everybody of a tenant is a viewer. */
      roles?: {
        /** What contributors may; deletes from the catalog. Default: `admins`. */
        admin?: string[];
        /** Draws, builds, runs and writes templates, operates instances. Default: `architects`, `contributors`. */
        contributor?: string[];
        /** Reviews revisions, merges pull requests, operates instances. Default: `approvers`. */
        approver?: string[];
        /** Draws, builds and runs templates; nothing else, whatever other groups give. Default: `agents`. */
        agent?: string[];
      };
    };
  };
}
