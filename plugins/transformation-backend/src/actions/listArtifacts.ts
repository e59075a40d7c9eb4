import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionContext } from './context';

/** Lists what a tenant has. */
export function registerListArtifacts(
  actions: ActionsRegistryService,
  { reader, artifacts }: ActionContext,
): void {
  actions.register({
    name: 'list-artifacts',
    title: 'List artifacts',
    description:
      'Lists artifacts of the caller’s tenant, such as drawings of processes, the last changed first',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .optional()
            .describe(
              'Words of title, id, tags or content, or how they begin; all of them have to be there',
            ),
          kind: z
            .string()
            .optional()
            .describe(
              'bpmn, dmn, archimate, markdown, agent-definition, composition, initiative or baseline',
            ),
          tag: z.string().optional(),
          pageSize: z.number().int().min(1).max(200).default(50),
          pageToken: z
            .string()
            .optional()
            .describe('nextPageToken of the page before'),
        }),
      output: z => z.object({}).passthrough(),
    },
    async action({ input, credentials }) {
      const { tenant, criteria } = await reader(credentials);
      const page = await artifacts.list(tenant, { ...input, criteria });
      return { output: { ...page } };
    },
  });
}
