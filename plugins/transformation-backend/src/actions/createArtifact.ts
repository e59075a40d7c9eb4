import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  artifactCreatePermission,
  createArtifactRequest,
} from '@ameide/plugin-transformation-common';
import { validate } from '../router/validate';
import type { ActionContext } from './context';
import { commandId, contentFields } from './fields';

/** Makes an artifact. */
export function registerCreateArtifact(
  actions: ActionsRegistryService,
  { write, artifacts }: ActionContext,
): void {
  actions.register({
    name: 'create-artifact',
    title: 'Create an artifact',
    description: 'Makes an artifact of a content',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          commandId: commandId(z),
          title: z.string(),
          kind: z.string().default('bpmn'),
          id: z.string().optional().describe('Made of the title where absent'),
          ...contentFields(z),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const request = validate(createArtifactRequest, input);
      return write(
        credentials,
        'artifact-create',
        artifactCreatePermission,
        {},
        author => artifacts.create(author, request),
      );
    },
  });
}
