import { createPermission } from '@backstage/plugin-permission-common';

/** The resource type of artifacts; a resource is named by its full name, `tenants/{tenant}/artifacts/{artifact}`. */
export const RESOURCE_TYPE_ARTIFACT = 'transformation-artifact';

/** See what belongs to no one artifact: the change feed, kinds, pull requests, repository files. */
export const transformationReadPermission = createPermission({
  name: 'transformation.read',
  attributes: { action: 'read' },
});

/** See an artifact, its history, builds, deployments and instances; what may not be seen is not there. */
export const artifactReadPermission = createPermission({
  name: 'transformation.artifact.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_ARTIFACT,
});

/** Make artifacts, and upload contents for them. */
export const artifactCreatePermission = createPermission({
  name: 'transformation.artifact.create',
  attributes: { action: 'create' },
});

/** Change an artifact. */
export const artifactWritePermission = createPermission({
  name: 'transformation.artifact.write',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ARTIFACT,
});

/** Approve, reject, promote and roll back revisions that others made. */
export const revisionReviewPermission = createPermission({
  name: 'transformation.revision.review',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ARTIFACT,
});

/** Compile a revision and open its pull requests. */
export const buildCreatePermission = createPermission({
  name: 'transformation.build.create',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ARTIFACT,
});

/** Start instances, decide user tasks, send messages, retry incidents. */
export const instanceOperatePermission = createPermission({
  name: 'transformation.instance.operate',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_ARTIFACT,
});

/** Propose what a template makes as the source of a service, by a pull request. */
export const serviceProposePermission = createPermission({
  name: 'transformation.service.propose',
  attributes: { action: 'update' },
});

/** Merge a pull request of the local forge. */
export const pullRequestMergePermission = createPermission({
  name: 'transformation.pull-request.merge',
  attributes: { action: 'update' },
});

/** Export, import, purge and check the own tenant, erase persons, rebuild projections. */
export const tenantAdministerPermission = createPermission({
  name: 'transformation.tenant.administer',
  attributes: { action: 'delete' },
});

/** Permissions that are asked for an artifact. */
export const artifactPermissions = [
  artifactReadPermission,
  artifactWritePermission,
  revisionReviewPermission,
  buildCreatePermission,
  instanceOperatePermission,
];

/** A permission that is asked for an artifact. */
export type ArtifactPermission = (typeof artifactPermissions)[number];

/** All other permissions of the plugin. */
export const transformationPermissions = [
  transformationReadPermission,
  artifactCreatePermission,
  serviceProposePermission,
  pullRequestMergePermission,
  tenantAdministerPermission,
];
