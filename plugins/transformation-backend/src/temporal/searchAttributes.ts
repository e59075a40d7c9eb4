import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributePair,
} from '@temporalio/common';
import { artifactName } from '@ameide/plugin-transformation-common';

/** What every workflow of the factory and of its processes carries; `scripts/start` registers them with the development server. */
export const TENANT = defineSearchAttributeKey(
  'AmeideTenant',
  SearchAttributeType.KEYWORD,
);
export const ARTIFACT = defineSearchAttributeKey(
  'AmeideArtifact',
  SearchAttributeType.KEYWORD,
);
export const REVISION = defineSearchAttributeKey(
  'AmeideRevision',
  SearchAttributeType.INT,
);

/** The attributes of a workflow that works for one revision of one artifact. */
export function searchAttributesOf(
  tenant: string,
  artifactId: string,
  revision: number,
): SearchAttributePair[] {
  return [
    { key: TENANT, value: tenant },
    { key: ARTIFACT, value: artifactName(tenant, artifactId) },
    { key: REVISION, value: revision },
  ];
}

/** A text as a literal of Temporal's list filter. */
export function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

/** The list filter for workflows of one artifact of one tenant. */
export function ofArtifact(tenant: string, artifactId: string): string {
  return `${TENANT.name} = ${literal(tenant)} AND ${ARTIFACT.name} = ${literal(
    artifactName(tenant, artifactId),
  )}`;
}
