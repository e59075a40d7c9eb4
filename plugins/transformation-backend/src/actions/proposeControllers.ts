import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { artifactReadPermission } from '@ameide/plugin-transformation-common';
import { callIsolated } from '@ameide/plugin-transformation-node';
import { controllersFor } from '../proposals/controllersFor';
import type { UnboundTask } from '../proposals/unboundTasks';
import type { ActionContext } from './context';

const UNBOUND_TASKS = {
  modulePath: require.resolve('@ameide/plugin-transformation-backend/isolated'),
  exportName: 'unboundTasks',
};
const LIMITS = { timeoutMs: 30_000, memoryMb: 1024 };

/** Proposes what would do the tasks of a drawing that nothing does yet. */
export function registerProposeControllers(
  actions: ActionsRegistryService,
  { authorize, artifacts, placeOf }: ActionContext,
): void {
  actions.register({
    name: 'propose-controllers',
    title: 'Propose controllers for a drawing',
    description:
      'Finds the tasks of a drawing that no component of the catalog is bound to, and proposes templates with values that would make one; check them with dry-run-stored-template, then run them',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({ artifact: z.string().describe('Id of the drawing') }),
      output: z =>
        z.object({
          proposals: z.array(
            z.object({
              templateRef: z.string(),
              values: z.record(z.unknown()),
              missing: z
                .array(z.string())
                .describe('Values that have to be filled in first'),
              tasks: z
                .array(z.string())
                .describe('Elements of the drawing that it would do'),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const { artifact: id } = input;
      const { tenant } = await authorize(credentials, {
        permission: artifactReadPermission,
        artifact: id,
      });
      const artifact = await artifacts.get(tenant, id);
      if (artifact.kind !== 'bpmn') {
        throw new InputError(
          `artifact: ${id} is a ${artifact.kind}, and no drawing`,
        );
      }
      const { content } = await artifacts.content(tenant, id);
      const tasks = await callIsolated<UnboundTask[]>(
        UNBOUND_TASKS,
        [content],
        LIMITS,
      );
      const place = await placeOf(artifact, credentials);
      const facts = { tenant, artifactId: id, ...place };
      return { output: { proposals: controllersFor(tasks, facts) } };
    },
  });
}
