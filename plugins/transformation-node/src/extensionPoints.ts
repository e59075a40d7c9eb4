import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ArtifactKindDefinition } from './artifactKind';
import type { Builder } from './builder';
import type { Forge } from './forge';

/** Adds kinds of artifacts to the store. */
export const artifactKindsExtensionPoint = createExtensionPoint<{
  addKind(kind: ArtifactKindDefinition): void;
}>({ id: 'transformation.artifact-kinds' });

/** Adds builders; all that take an artifact's kind run in a build. */
export const buildersExtensionPoint = createExtensionPoint<{
  addBuilder(builder: Builder): void;
}>({ id: 'transformation.builders' });

/** Replaces the embedded forge by another git host. */
export const forgeExtensionPoint = createExtensionPoint<{
  setForge(forge: Forge): void;
}>({ id: 'transformation.forge' });
