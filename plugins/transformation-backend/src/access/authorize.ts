import { NotAllowedError } from '@backstage/errors';
import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  artifactReadPermission,
  revisionReviewPermission,
  tenantAdministerPermission,
} from '@ameide/plugin-transformation-common';
import type {
  ArtifactCriteria,
  ArtifactCriterion,
  ArtifactResource,
} from '@ameide/plugin-transformation-node';
import type { Author } from '../artifacts/context';
import { noArtifact } from '../artifacts/projection';
import type { ArtifactStore } from '../artifacts/store';
import { assertPerson, authorOf } from './caller';
import { permissionOf, type ArtifactNeed, type Need } from './need';
import type { LimitWrites } from './limitWrites';

/** What it takes to know who may do what. */
export interface AccessServices {
  permissions: PermissionsService;
  /** The rules that policies decide about artifacts by. */
  artifactRules: PermissionRuleset<ArtifactResource, ArtifactCriterion>;
  artifacts: Pick<ArtifactStore, 'find'>;
  /** Whether a user is an AI agent. */
  isAgent(userEntityRef: string): Promise<boolean>;
  /** Asked before anything is changed. */
  limitWrites: LimitWrites;
}

/** Who reads, and which artifacts of the tenant they may see; all where there are no criteria. */
export type Reader = Author & { criteria?: ArtifactCriteria };

/** Asks the permission framework who may do what. */
export interface Access {
  /**
   * Who calls, in which tenant, if they may.
   *
   * @throws NotAllowedError, NotFoundError where an artifact may not be seen
   */
  authorize(credentials: BackstageCredentials, need: Need): Promise<Author>;
  /** Who calls, and what a list for them is narrowed by. @throws NotAllowedError */
  reader(credentials: BackstageCredentials): Promise<Reader>;
}

/** What somebody answers for. */
const FOR_PERSONS = new Set([
  revisionReviewPermission.name,
  tenantAdministerPermission.name,
]);

const isDenied = ({ result }: PolicyDecision) =>
  result === AuthorizeResult.DENY;

export function createAccess(services: AccessServices): Access {
  const { permissions, artifactRules, artifacts, isAgent } = services;
  const transform = createConditionTransformer(artifactRules);
  const criteriaOf = (decision: PolicyDecision) =>
    decision.result === AuthorizeResult.CONDITIONAL
      ? transform(decision.conditions)
      : undefined;

  /** Asks the artifact's row what is asked of it: one that may not be seen is not there, whatever else is asked for. */
  async function assertArtifact(
    author: Author,
    credentials: BackstageCredentials,
    { permission, artifact: id, absent }: ArtifactNeed,
  ): Promise<void> {
    const [read, decision] = await permissions.authorizeConditional(
      [{ permission: artifactReadPermission }, { permission }],
      { credentials },
    );
    if (isDenied(read)) throw refusal(author, artifactReadPermission);
    if (isDenied(decision)) throw refusal(author, permission);
    const [mayRead, may] = [criteriaOf(read), criteriaOf(decision)];
    if (!mayRead && !may) return;
    const fits = async (criteria?: ArtifactCriteria) =>
      (await artifacts.find(author.tenant, [id], criteria)).length > 0;
    if (!(await fits(mayRead))) throw absent ?? noArtifact(id);
    const isOther = permission.name !== artifactReadPermission.name;
    if (isOther && may && !(await fits(may))) throw refusal(author, permission);
  }

  return {
    async authorize(credentials, need) {
      const author = authorOf(credentials);
      if (FOR_PERSONS.has(permissionOf(need).name)) {
        await assertPerson(credentials, author, isAgent);
      }
      if ('permission' in need) {
        await assertArtifact(author, credentials, need);
      } else {
        const [decision] = await permissions.authorize([{ permission: need }], {
          credentials,
        });
        if (isDenied(decision)) throw refusal(author, need);
      }
      return author;
    },
    async reader(credentials) {
      const author = authorOf(credentials);
      const [decision] = await permissions.authorizeConditional(
        [{ permission: artifactReadPermission }],
        { credentials },
      );
      if (isDenied(decision)) throw refusal(author, artifactReadPermission);
      return { ...author, criteria: criteriaOf(decision) };
    },
  };
}

function refusal({ tenant, userEntityRef }: Author, { name }: Permission) {
  return new NotAllowedError(
    `${userEntityRef} lacks the permission ${name}; an administrator of the tenant ${tenant} gives it by a group`,
  );
}
