import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { transformationReadPermission } from '@ameide/plugin-transformation-common';
import { checkContent } from '../kinds/checkContent';
import { kindOf } from '../kinds/kindOf';
import type { ActionContext } from './context';
import { contentFields } from './fields';

/** Finds the mistakes in a content. */
export function registerValidateContent(
  actions: ActionsRegistryService,
  { authorize, artifacts, kinds }: ActionContext,
): void {
  actions.register({
    name: 'validate-artifact-content',
    title: 'Validate a content',
    description: 'Finds the mistakes in a content, without storing anything',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          kind: z.string().default('bpmn'),
          ...contentFields(z),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { tenant } = await authorize(
        credentials,
        transformationReadPermission,
      );
      const kind = kindOf(kinds, input.kind);
      const content = await artifacts.given(tenant, input);
      return { output: { diagnostics: await checkContent(kind, content) } };
    },
  });
}
