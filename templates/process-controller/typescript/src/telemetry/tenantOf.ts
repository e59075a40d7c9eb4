/** The tenant that an instance belongs to, which its workflow id begins with. */
export const tenantOf = (workflowId: string): string | undefined =>
  /^([a-z0-9-]+):/.exec(workflowId)?.[1];
