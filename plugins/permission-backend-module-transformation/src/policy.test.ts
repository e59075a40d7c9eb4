import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  artifactWritePermission,
  buildCreatePermission,
  instanceOperatePermission,
  pullRequestMergePermission,
  revisionReviewPermission,
  tenantAdministerPermission,
  transformationReadPermission,
} from '@ameide/plugin-transformation-common';
import { mockServices } from '@backstage/backend-test-utils';
import { createTenantPolicy } from './policy';
import { readRoleGroups } from './roles';

const policy = createTenantPolicy(
  readRoleGroups(mockServices.rootConfig({ data: {} })),
);
const decide = async (
  permission: Permission,
  userEntityRef?: string,
  groups: string[] = [],
) => {
  const decision = await policy.handle(
    { permission },
    userEntityRef
      ? {
          credentials: mockCredentials.user(userEntityRef),
          info: {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...groups],
          },
        }
      : undefined,
  );
  return decision;
};
const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

describe('tenant policy', () => {
  const table: [string, string[], Permission, AuthorizeResult][] = [
    ['user:demo/vera', [], transformationReadPermission, ALLOW],
    ['user:demo/vera', [], artifactWritePermission, DENY],
    ['user:demo/vera', [], instanceOperatePermission, DENY],
    [
      'user:demo/ada',
      ['group:demo/architects'],
      artifactWritePermission,
      ALLOW,
    ],
    ['user:demo/ada', ['group:demo/architects'], buildCreatePermission, ALLOW],
    [
      'user:demo/ada',
      ['group:demo/architects'],
      pullRequestMergePermission,
      DENY,
    ],
    [
      'user:demo/ben',
      ['group:demo/approvers'],
      pullRequestMergePermission,
      ALLOW,
    ],
    [
      'user:demo/ben',
      ['group:demo/approvers'],
      instanceOperatePermission,
      ALLOW,
    ],
    ['user:demo/ben', ['group:demo/approvers'], artifactWritePermission, DENY],
    [
      'user:demo/ben',
      ['group:demo/approvers'],
      revisionReviewPermission,
      ALLOW,
    ],
    [
      'user:demo/ada',
      ['group:demo/architects'],
      revisionReviewPermission,
      DENY,
    ],
    ['user:demo/tom', ['group:demo/admins'], tenantAdministerPermission, ALLOW],
    [
      'user:demo/ada',
      ['group:demo/architects'],
      tenantAdministerPermission,
      DENY,
    ],
    // a membership in another tenant's group gives nothing
    [
      'user:other/eve',
      ['group:demo/approvers'],
      pullRequestMergePermission,
      DENY,
    ],
  ];
  it.each(table)('%s of %s: %p', async (user, groups, permission, result) => {
    await expect(decide(permission, user, groups)).resolves.toEqual({ result });
  });

  it('refuses who is not signed in', async () => {
    await expect(decide(transformationReadPermission)).resolves.toEqual({
      result: DENY,
    });
  });

  it('refuses a change that no role is given', async () => {
    const unknown = createPermission({
      name: 'somebody.else.delete',
      attributes: { action: 'delete' },
    });
    await expect(
      decide(unknown, 'user:demo/ada', ['group:demo/architects']),
    ).resolves.toEqual({ result: DENY });
  });

  it('shows entities of the own tenant and shared ones, changes only the own', async () => {
    const namespaceIs = (value: string) =>
      expect.objectContaining({
        rule: 'HAS_METADATA',
        params: { key: 'namespace', value },
      });
    await expect(
      decide(catalogEntityReadPermission, 'user:demo/vera'),
    ).resolves.toMatchObject({
      result: CONDITIONAL,
      conditions: { anyOf: [namespaceIs('demo'), namespaceIs('default')] },
    });
    await expect(
      decide(catalogEntityDeletePermission, 'user:demo/vera'),
    ).resolves.toEqual({ result: DENY });
    await expect(
      decide(catalogEntityDeletePermission, 'user:demo/ada', [
        'group:demo/architects',
      ]),
    ).resolves.toMatchObject({
      result: CONDITIONAL,
      conditions: namespaceIs('demo'),
    });
  });
});
