import type {
  AuthService,
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { alone } from './alone';
import { checkValues } from './checkValues';
import { readDirectory } from './readDirectory';

/** What a dry-run of a stored template asks. */
export interface DryRunServices {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  reader: UrlReaderService;
  scaffolder: ScaffolderService;
}

/** Shows what a template of the catalog would make, and makes nothing. */
export function registerDryRunStoredTemplate(
  actions: ActionsRegistryService,
  services: DryRunServices,
): void {
  const { auth, catalog, permissions, reader, scaffolder } = services;
  actions.register({
    name: 'dry-run-stored-template',
    title: 'Dry-run a stored template',
    description:
      'Runs a template of the catalog with values, and tells the files that it would make, with their contents; nothing is written anywhere. Ask for the parameters of the template first.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: taskCreatePermission,
    schema: {
      input: z =>
        z.object({
          templateRef: z
            .string()
            .describe('As in template:default/domain-controller'),
          values: z
            .record(z.unknown())
            .describe('Values of its parameters, all pages together'),
        }),
      output: z =>
        z.object({
          files: z.array(
            z.object({
              path: z.string(),
              content: z.string(),
            }),
          ),
          leftOut: z
            .array(z.string())
            .describe('Steps of a task that a dry-run does without'),
        }),
    },
    async action({ input, credentials }) {
      const { templateRef, values } = input;
      const [{ result }] = await permissions.authorize(
        [{ permission: taskCreatePermission }],
        { credentials },
      );
      if (result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `This needs the permission ${taskCreatePermission.name}`,
        );
      }
      const entity = await catalog.getEntityByRef(templateRef, { credentials });
      if (entity?.kind !== 'Template') {
        throw new NotFoundError(
          `templateRef: there is no template ${templateRef} that you may see`,
        );
      }
      const stored = entity as TemplateEntityV1beta3;
      checkValues(stored, values);
      const { template, emptied } = alone(stored);
      const { directoryContents, log } = await scaffolder.dryRun(
        {
          template,
          values: values as never,
          directoryContents: await readDirectory(entity, reader),
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      if (!directoryContents) {
        throw new Error(`${stringifyEntityRef(entity)} made no workspace`);
      }
      const skipped = log
        .filter(({ body }) => body.status === 'skipped')
        .map(({ body }) => body.stepId);
      return {
        output: {
          files: directoryContents.map(({ path, base64Content }) => ({
            path,
            content: Buffer.from(base64Content, 'base64').toString('utf8'),
          })),
          leftOut: emptied
            .filter(({ id }) => !skipped.includes(id))
            .map(({ name, action }) => name ?? action),
        },
      };
    },
  });
}
