import type { Router } from 'express';
import {
  checkRequest,
  transformationReadPermission,
  type CheckResult,
} from '@ameide/plugin-transformation-common';
import type { ArtifactKindDefinition } from '@ameide/plugin-transformation-node';
import { assertContentText } from '../artifacts/contents';
import { checkContent } from '../kinds/checkContent';
import { kindOf } from '../kinds/kindOf';
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
    const diagnostics = await checkContent(kindOf(kinds, kind), content);
    response.json({ diagnostics, processes: [] } satisfies CheckResult);
  });
}
