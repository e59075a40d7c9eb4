import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { artifactReadPermission } from '@ameide/plugin-transformation-common';
import type { ActionContext } from './context';
import { stateFields } from './fields';

/** Reads an artifact with its content. */
export function registerGetArtifact(
  actions: ActionsRegistryService,
  { authorize, artifacts }: ActionContext,
): void {
  actions.register({
    name: 'get-artifact',
    title: 'Get an artifact',
    description:
      'Reads an artifact with its content, now or at an earlier sequence',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          ...stateFields(z),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { tenant } = await authorize(credentials, {
        permission: artifactReadPermission,
        artifact: input.artifact,
      });
      const artifact = await artifacts.get(tenant, input.artifact);
      const content = await artifacts.content(
        tenant,
        input.artifact,
        input.sequence,
      );
      return { output: { artifact, ...content } };
    },
  });
}
