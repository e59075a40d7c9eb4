import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { artifactReadPermission } from '@ameide/plugin-transformation-common';
import type { ActionContext } from './context';
import { stateFields } from './fields';

/** Shows what a build would make, and makes nothing. */
export function registerCompileArtifact(
  actions: ActionsRegistryService,
  { authorize, artifacts, compile }: ActionContext,
): void {
  actions.register({
    name: 'compile-artifact',
    title: 'Compile an artifact',
    description:
      'Compiles a drawing and tells the files that a build would make, and its mistakes; nothing is written',
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
      const { artifact: id, sequence } = input;
      const { kind } = await artifacts.get(tenant, id);
      if (kind !== 'bpmn') {
        throw new InputError(`artifact: ${id} is a ${kind}, and no drawing`);
      }
      const { content } = await artifacts.content(tenant, id, sequence);
      const { files, diagnostics } = await compile(content, id);
      return { output: { files, diagnostics } };
    },
  });
}
