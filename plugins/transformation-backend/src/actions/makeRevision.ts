import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';

/** Gives the content of now a number that stays. */
export function registerMakeRevision(
  actions: ActionsRegistryService,
  { command }: ActionContext,
): void {
  actions.register({
    name: 'make-revision',
    title: 'Make a revision',
    description: 'Gives the content of now a number that stays',
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
          note: z.string().optional(),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { artifact, ...given } = input;
      return command(credentials, artifact, {
        type: 'make-revision',
        ...given,
      });
    },
  });
}
