import {
  artifactCreatePermission,
  artifactReadPermission,
  artifactWritePermission,
  buildCreatePermission,
  instanceOperatePermission,
  pullRequestMergePermission,
  revisionReviewPermission,
  serviceProposePermission,
  tenantAdministerPermission,
  transformationReadPermission,
} from '@ameide/plugin-transformation-common';
import type { Role } from './roles';

const EVERYBODY: Role[] = ['viewer'];
const WHO_DRAWS: Role[] = ['contributor', 'admin', 'agent'];
const AUTHORS: Role[] = ['contributor', 'admin'];
const APPROVERS: Role[] = ['approver'];
const ADMINS: Role[] = ['admin'];

/**
 * Which roles a permission is given to; what is not listed nobody has. Where a
 * permission is of artifacts, entities or tasks it is given for those of the
 * own tenant, or one's own, alone.
 */
export const GRANTS: Record<string, Role[]> = {
  [transformationReadPermission.name]: EVERYBODY,
  [artifactReadPermission.name]: EVERYBODY,
  [artifactCreatePermission.name]: WHO_DRAWS,
  [artifactWritePermission.name]: WHO_DRAWS,
  [buildCreatePermission.name]: WHO_DRAWS,
  [serviceProposePermission.name]: WHO_DRAWS,
  [revisionReviewPermission.name]: APPROVERS,
  [pullRequestMergePermission.name]: APPROVERS,
  [instanceOperatePermission.name]: [...WHO_DRAWS, ...APPROVERS],
  [tenantAdministerPermission.name]: ADMINS,

  'catalog.entity.read': EVERYBODY,
  'catalog.entity.create': WHO_DRAWS,
  'catalog.entity.validate': WHO_DRAWS,
  'catalog.entity.refresh': [...WHO_DRAWS, ...APPROVERS],
  'catalog.entity.delete': ADMINS,
  // templates register what they make; which locations there are would tell of other tenants
  'catalog.location.create': WHO_DRAWS,
  'catalog.location.analyze': AUTHORS,
  'catalog.location.delete': ADMINS,

  'scaffolder.task.create': WHO_DRAWS,
  'scaffolder.task.read': EVERYBODY,
  'scaffolder.task.cancel': WHO_DRAWS,
  'scaffolder.action.execute': WHO_DRAWS,
  'scaffolder.template.parameter.read': EVERYBODY,
  'scaffolder.template.step.read': EVERYBODY,
  // it runs whatever template text is sent: for those who write templates
  'scaffolder.template.dry-run': AUTHORS,
  'scaffolder.template.management': ADMINS,
};

/** What agents may: as much as the role gives, and never what is for persons. */
export function agentsMay(permission: string): boolean {
  const roles = GRANTS[permission] ?? [];
  return roles.includes('agent') || roles.includes('viewer');
}
