import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  artifactCreatePermission,
  createArtifactRequest,
} from '@ameide/plugin-transformation-common';
import { validate } from '../router/validate';
import type { ActionContext } from './context';

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
          commandId: z
            .string()
            .describe(
              'A new UUIDv7; the same one again gives the first result',
            ),
          title: z.string(),
          kind: z.string().default('bpmn'),
          id: z.string().optional().describe('Made of the title where absent'),
          content: z
            .string()
            .optional()
            .describe('The whole content, where it is small'),
          uploadId: z
            .string()
            .optional()
            .describe(
              'In place of content, for more than 64 KiB: the uploadId that POST /api/transformation/v1/uploads answers to the bytes, sent as application/octet-stream',
            ),
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
