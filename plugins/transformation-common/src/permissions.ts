import { createPermission } from '@backstage/plugin-permission-common';

/** See artifacts, builds, pull requests and instances of one's own tenant. */
export const transformationReadPermission = createPermission({
  name: 'transformation.read',
  attributes: { action: 'read' },
});

/** Create and change artifacts. */
export const artifactWritePermission = createPermission({
  name: 'transformation.artifact.write',
  attributes: { action: 'update' },
});

/** Approve, reject, promote and roll back revisions that others made. */
export const revisionReviewPermission = createPermission({
  name: 'transformation.revision.review',
  attributes: { action: 'update' },
});

/** Compile a revision and open its pull requests. */
export const buildCreatePermission = createPermission({
  name: 'transformation.build.create',
  attributes: { action: 'create' },
});

/** Merge a pull request of the local forge. */
export const pullRequestMergePermission = createPermission({
  name: 'transformation.pull-request.merge',
  attributes: { action: 'update' },
});

/** Start instances, decide user tasks, send messages, retry incidents. */
export const instanceOperatePermission = createPermission({
  name: 'transformation.instance.operate',
  attributes: { action: 'update' },
});

/** Export, import, purge and check the own tenant, erase persons, rebuild projections. */
export const tenantAdministerPermission = createPermission({
  name: 'transformation.tenant.administer',
  attributes: { action: 'delete' },
});

/** All permissions of the plugin. */
export const transformationPermissions = [
  transformationReadPermission,
  artifactWritePermission,
  revisionReviewPermission,
  buildCreatePermission,
  pullRequestMergePermission,
  instanceOperatePermission,
  tenantAdministerPermission,
];
