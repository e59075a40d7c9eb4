import type { Connection } from '@temporalio/client';
import {
  defineSearchAttributeKey,
  SearchAttributeType,
  type SearchAttributePair,
} from '@temporalio/common';
import { ARTIFACT } from '../service.ts';

export const TENANT_KEY = defineSearchAttributeKey(
  'AmeideTenant',
  SearchAttributeType.KEYWORD,
);
export const ARTIFACT_KEY = defineSearchAttributeKey(
  'AmeideArtifact',
  SearchAttributeType.KEYWORD,
);
const REVISION_KEY = defineSearchAttributeKey(
  'AmeideRevision',
  SearchAttributeType.INT,
);

/** By what the factory finds the instances of a tenant. */
export type AttributesOf = (tenantId: string) => Promise<SearchAttributePair[]>;

/**
 * @param revision - of the drawing, where it is known
 * @returns nothing for a namespace that does not know them, as one that no factory looks into: Temporal would refuse the start
 */
export function createAttributesOf(
  connection: Connection,
  namespace: string,
  revision: number | undefined,
): AttributesOf {
  let known: Promise<Set<string>> | undefined;
  const ask = async () => {
    const { customAttributes } =
      await connection.operatorService.listSearchAttributes({ namespace });
    return new Set(Object.keys(customAttributes ?? {}));
  };
  return async tenantId => {
    // not everybody may list them; who may not does without
    known ??= ask().catch(() => {
      known = undefined;
      return new Set();
    });
    const names = await known;
    return [
      { key: TENANT_KEY, value: tenantId },
      { key: ARTIFACT_KEY, value: ARTIFACT },
      ...(revision === undefined
        ? []
        : [{ key: REVISION_KEY, value: revision }]),
    ].filter(({ key }) => names.has(key.name));
  };
}
