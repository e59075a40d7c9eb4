import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';

/** Asks a person for an approval. */
export function registerSubmitRevision(
  actions: ActionsRegistryService,
  { command }: ActionContext,
): void {
  actions.register({
    name: 'submit-revision',
    title: 'Submit a revision',
    description:
      'Asks for the approval of a revision; a person gives it on the page or by the HTTP API',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          artifact: z.string().describe('Id of the artifact'),
          commandId: z
            .string()
            .describe(
              'A new UUIDv7; the same one again gives the first result',
            ),
          expectedSequence: z
            .number()
            .int()
            .describe('The sequence at which the artifact was seen'),
          revision: z.number().int(),
          note: z.string().optional(),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { artifact, ...given } = input;
      return command(credentials, artifact, { type: 'submit', ...given });
    },
  });
}
