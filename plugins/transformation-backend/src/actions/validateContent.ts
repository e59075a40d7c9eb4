import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { transformationReadPermission } from '@ameide/plugin-transformation-common';
import type { ActionContext } from './context';

/** Finds the mistakes in a content. */
export function registerValidateContent(
  actions: ActionsRegistryService,
  { authorize, artifacts, kinds }: ActionContext,
): void {
  actions.register({
    name: 'validate-artifact-content',
    title: 'Validate a content',
    description:
      'Finds the mistakes in a content, or in that of an artifact, without storing anything',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.string().default('bpmn'),
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
      const { tenant } = await authorize(
        credentials,
        transformationReadPermission,
      );
      const kind = kinds.get(input.kind);
      if (!kind) {
        throw new InputError(
          `kind: "${input.kind}" is not one of ${[...kinds.keys()].join(', ')}`,
        );
      }
      const content = await artifacts.given(tenant, input);
      await kind.assertContent(content);
      return { output: { diagnostics: await kind.validate(content) } };
    },
  });
}
