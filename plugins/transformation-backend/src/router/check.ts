import type { Router } from 'express';
import { InputError } from '@backstage/errors';
import {
  checkRequest,
  transformationReadPermission,
  type CheckResult,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import { assertContentText } from '../artifacts/contents';
import { checkContent } from '../kinds/checkContent';
import type { Callers } from './caller';
import { validate } from './validate';

/**
 * The route that says what is wrong in a content, while somebody edits it.
 *
 * @param compile - compiles a drawing for its diagnostics, and for the processes in it
 */
export function addCheckRoute(
  router: Router,
  kinds: Map<string, ArtifactKindDefinition>,
  compile: (content: string) => Promise<CheckResult>,
  callers: Callers,
): void {
  router.post('/check', async (request, response) => {
    await callers.authorize(request, transformationReadPermission);
    const { content, kind } = validate(checkRequest, request.body);
    assertContentText(content);
    if (kind === 'bpmn') {
      response.json(await compile(content));
      return;
    }
    const definition = kinds.get(kind);
    if (!definition) {
      throw new InputError(
        `kind: "${kind}" is not one of ${[...kinds.keys()].join(', ')}`,
      );
    }
    const diagnostics = await checkContent(definition, content);
    response.json({ diagnostics, processes: [] } satisfies CheckResult);
  });
}
