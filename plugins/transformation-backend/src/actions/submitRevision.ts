import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';
import { commandFields } from './fields';

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
          ...commandFields(z),
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
