import type { Router } from 'express';
import { transformationReadPermission } from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import type { Callers } from './caller';

/** The kinds that can be stored, with their JSON Schemas. */
export function addKindRoutes(
  router: Router,
  kinds: Map<string, ArtifactKindDefinition>,
  callers: Callers,
): void {
  router.get('/kinds', async (request, response) => {
    await callers.authorize(request, transformationReadPermission);
    const items = [...kinds.values()].map(({ kind, schema }) => ({
      kind,
      schema,
    }));
    response.json({ items });
  });
}
