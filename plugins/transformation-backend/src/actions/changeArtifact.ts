import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';
import { commandFields, contentFields } from './fields';

/** Changes the content of an artifact. */
export function registerChangeArtifact(
  actions: ActionsRegistryService,
  { command }: ActionContext,
): void {
  actions.register({
    name: 'change-artifact',
    title: 'Change an artifact',
    description:
      'Replaces the content of an artifact, or changes it by operations; merge joins a stale change with those of others to other elements',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ...commandFields(z),
          ...contentFields(z),
          operations: z
            .array(
              z.object({
                op: z.enum(['set', 'remove']),
                elementId: z.string(),
                property: z.string().optional(),
                value: z
                  .union([z.string(), z.number(), z.boolean(), z.null()])
                  .optional(),
              }),
            )
            .optional(),
          merge: z.boolean().optional(),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { artifact, ...given } = input;
      return command(credentials, artifact, { type: 'change', ...given });
    },
  });
}
