import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';
import { commandFields } from './fields';

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
          ...commandFields(z),
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
