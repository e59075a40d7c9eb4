import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogPermissions,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import {
  scaffolderPermissions,
  taskReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  artifactPermissions,
  artifactWritePermission,
  transformationPermissions,
} from '@ameide/plugin-transformation-common';
import { GRANTS } from './grants';
import { createTenantPolicy } from './policy';
import { readRoleGroups } from './roles';

const policy = createTenantPolicy(
  readRoleGroups(mockServices.rootConfig({ data: {} })),
  async ref => ref === 'user:demo/scout',
);
const { DENY, CONDITIONAL } = AuthorizeResult;

async function decide(
  permission: Permission,
  userEntityRef?: string,
  groups: string[] = [],
) {
  return policy.handle(
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
}

/** Everything that can be asked in the factory. */
const ALL: Permission[] = [
  ...transformationPermissions,
  ...artifactPermissions,
  ...catalogPermissions,
  ...scaffolderPermissions,
];

const READS = [
  'catalog.entity.read',
  'scaffolder.task.read',
  'scaffolder.template.parameter.read',
  'scaffolder.template.step.read',
  'transformation.artifact.read',
  'transformation.read',
];
const DRAWS = [
  'catalog.entity.create',
  'catalog.entity.refresh',
  'catalog.entity.validate',
  'catalog.location.create',
  'scaffolder.action.execute',
  'scaffolder.task.cancel',
  'scaffolder.task.create',
  'transformation.artifact.create',
  'transformation.artifact.write',
  'transformation.build.create',
  'transformation.service.propose',
  'transformation.instance.operate',
];
const WRITES_TEMPLATES = [
  'catalog.location.analyze',
  'scaffolder.template.dry-run',
];
const REVIEWS = [
  'catalog.entity.refresh',
  'transformation.instance.operate',
  'transformation.pull-request.merge',
  'transformation.revision.review',
];
const ADMINISTERS = [
  'catalog.entity.delete',
  'catalog.location.delete',
  'scaffolder.template.management',
  'transformation.tenant.administer',
];

describe('tenant policy', () => {
  it.each<[string, string, string[], string[]]>([
    ['a viewer', 'user:demo/vera', [], READS],
    [
      'a contributor',
      'user:demo/ada',
      ['group:demo/architects'],
      [...READS, ...DRAWS, ...WRITES_TEMPLATES],
    ],
    [
      'an approver',
      'user:demo/ben',
      ['group:demo/approvers'],
      [...READS, ...REVIEWS],
    ],
    [
      'an admin',
      'user:demo/ann',
      ['group:demo/admins'],
      [...READS, ...DRAWS, ...WRITES_TEMPLATES, ...ADMINISTERS],
    ],
    [
      'an agent by its group',
      'user:demo/bot',
      ['group:demo/agents'],
      [...READS, ...DRAWS],
    ],
    [
      'an agent by its label, whatever its groups',
      'user:demo/scout',
      ['group:demo/architects', 'group:demo/approvers', 'group:demo/admins'],
      [...READS, ...DRAWS],
    ],
    [
      'an agent by its group, whatever other groups',
      'user:demo/bot',
      ['group:demo/agents', 'group:demo/admins', 'group:demo/approvers'],
      [...READS, ...DRAWS],
    ],
    [
      'who is in a group of another tenant',
      'user:other/eve',
      ['group:demo/approvers'],
      READS,
    ],
    ['who has no tenant', 'user:default/guest', ['group:default/admins'], []],
  ])('gives %s what the role says', async (_who, user, groups, expected) => {
    const given: string[] = [];
    for (const permission of ALL) {
      const { result } = await decide(permission, user, groups);
      if (result !== DENY) given.push(permission.name);
    }
    expect(given.sort()).toEqual([...new Set(expected)].sort());
  });

  it('speaks of permissions that there are', () => {
    const names = new Set(ALL.map(({ name }) => name));
    expect(Object.keys(GRANTS).filter(name => !names.has(name))).toEqual([]);
  });

  it('refuses who is not signed in', async () => {
    const decisions = await Promise.all(ALL.map(asked => decide(asked)));
    expect(new Set(decisions.map(({ result }) => result))).toEqual(
      new Set([DENY]),
    );
  });

  it.each(['read', 'delete'] as const)(
    'refuses to %s what no role is given',
    async action => {
      const unknown = createPermission({
        name: `somebody.else.${action}`,
        attributes: { action },
      });
      await expect(
        decide(unknown, 'user:demo/ann', ['group:demo/admins']),
      ).resolves.toEqual({ result: DENY });
    },
  );

  it('gives every artifact permission for the own tenant alone', async () => {
    const everything = ['group:demo/architects', 'group:demo/approvers'];
    for (const permission of artifactPermissions) {
      expect(await decide(permission, 'user:demo/zoe', everything)).toEqual({
        result: CONDITIONAL,
        pluginId: 'transformation',
        resourceType: 'transformation-artifact',
        conditions: {
          resourceType: 'transformation-artifact',
          rule: 'IN_TENANT',
          params: { values: ['demo'] },
        },
      });
    }
    expect(isResourcePermission(artifactWritePermission)).toBe(true);
  });

  it('shows tasks to whoever started them', async () => {
    await expect(
      decide(taskReadPermission, 'user:demo/ann', ['group:demo/admins']),
    ).resolves.toMatchObject({
      result: CONDITIONAL,
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:demo/ann'] },
      },
    });
  });

  it('shows entities of the own tenant and shared ones, not what others have registered, and deletes only the own', async () => {
    const namespaceIs = (value: string) =>
      expect.objectContaining({
        rule: 'HAS_METADATA',
        params: { key: 'namespace', value },
      });
    await expect(
      decide(catalogEntityReadPermission, 'user:demo/vera'),
    ).resolves.toMatchObject({
      result: CONDITIONAL,
      conditions: {
        anyOf: [
          namespaceIs('demo'),
          {
            allOf: [
              namespaceIs('default'),
              {
                not: expect.objectContaining({
                  rule: 'IS_ENTITY_KIND',
                  params: { kinds: ['Location'] },
                }),
              },
            ],
          },
        ],
      },
    });
    await expect(
      decide(catalogEntityDeletePermission, 'user:demo/ann', [
        'group:demo/admins',
      ]),
    ).resolves.toMatchObject({
      result: CONDITIONAL,
      conditions: namespaceIs('demo'),
    });
  });

  it('takes group names from the configuration', async () => {
    const configured = createTenantPolicy(
      readRoleGroups(
        mockServices.rootConfig({
          data: {
            permission: { transformation: { roles: { admin: ['owners'] } } },
          },
        }),
      ),
      async () => false,
    );
    const asked = (group: string) =>
      configured.handle(
        { permission: catalogEntityDeletePermission },
        {
          credentials: mockCredentials.user('user:demo/ann'),
          info: {
            userEntityRef: 'user:demo/ann',
            ownershipEntityRefs: [group],
          },
        },
      );
    expect((await asked('group:demo/owners')).result).toBe(CONDITIONAL);
    expect((await asked('group:demo/admins')).result).toBe(DENY);
  });
});
