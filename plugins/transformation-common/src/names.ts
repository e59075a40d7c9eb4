import { z } from 'zod';

/** One segment of a resource name: what AIP-122 calls a resource id. */
export const resourceId = z
  .string()
  .regex(
    /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be 1 to 63 of a-z, 0-9 and "-", start with a letter and not end with "-"',
  );

/** Tenants are catalog namespaces, hence the same alphabet. */
export const tenantId = resourceId;

/** An artifact's full name, `tenants/{tenant}/artifacts/{artifact}` (AIP-122). */
export type ArtifactName = `tenants/${string}/artifacts/${string}`;

/** Builds the full name of an artifact. */
export function artifactName(tenant: string, artifact: string): ArtifactName {
  return `tenants/${tenant}/artifacts/${artifact}`;
}

/**
 * Takes an artifact's full name apart.
 *
 * @returns undefined where the text is no such name
 */
export function parseArtifactName(
  name: string,
): { tenant: string; artifact: string } | undefined {
  const [tenants, tenant, artifacts, artifact, ...rest] = name.split('/');
  const wellFormed =
    tenants === 'tenants' &&
    artifacts === 'artifacts' &&
    rest.length === 0 &&
    resourceId.safeParse(artifact).success &&
    tenantId.safeParse(tenant).success;
  return wellFormed ? { tenant, artifact } : undefined;
}

/** A revision's full name, `tenants/{tenant}/artifacts/{artifact}/revisions/{revision}` (AIP-122). */
export type RevisionName = `${ArtifactName}/revisions/${number}`;

/** Builds the full name of a revision. */
export function revisionName(
  artifact: ArtifactName,
  revision: number,
): RevisionName {
  return `${artifact}/revisions/${revision}`;
}

/**
 * Takes a revision's full name apart.
 *
 * @returns undefined where the text is no such name
 */
export function parseRevisionName(
  name: string,
): { tenant: string; artifact: string; revision: number } | undefined {
  const [, owner, number] =
    /^(.+)\/revisions\/([1-9]\d{0,8})$/.exec(name) ?? [];
  const artifact = owner ? parseArtifactName(owner) : undefined;
  return artifact && { ...artifact, revision: Number(number) };
}

/**
 * A resource id made of a title: `Lead to Order (2026)` becomes `lead-to-order-2026`.
 *
 * @returns undefined where nothing of the title can stand in an id
 */
export function resourceIdOf(title: string): string | undefined {
  const id = title
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return id || undefined;
}
