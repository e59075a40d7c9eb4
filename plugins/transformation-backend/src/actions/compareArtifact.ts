import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { artifactReadPermission } from '@ameide/plugin-transformation-common';
import type { ActionContext } from './context';

/** Tells what changed between two sequences. */
export function registerCompareArtifact(
  actions: ActionsRegistryService,
  { authorize, artifacts, kinds }: ActionContext,
): void {
  actions.register({
    name: 'compare-artifact',
    title: 'Compare an artifact with itself',
    description:
      'Tells what changed in the content of an artifact between two sequences, in the terms of its kind',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          artifact: z.string().describe('Id of the artifact'),
          from: z.number().int().describe('Sequence of the content before'),
          to: z.number().int().optional().describe('The newest where absent'),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { tenant } = await authorize(credentials, {
        permission: artifactReadPermission,
        artifact: input.artifact,
      });
      const { artifact: id, from, to } = input;
      const { kind } = await artifacts.get(tenant, id);
      const before = await artifacts.content(tenant, id, from);
      const after = await artifacts.content(tenant, id, to);
      const changes = await kinds
        .get(kind)!
        .difference(before.content, after.content);
      return { output: { from, to: after.sequence, changes } };
    },
  });
}
