import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import camelCase from 'lodash/camelCase';
import upperFirst from 'lodash/upperFirst';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** What the catalog reads of a service. */
export const CATALOG_INFO = 'catalog-info.yaml';

/** As much of an entity as is looked at here; the catalog looks at all of it. */
const entity = z.object({
  kind: z.string(),
  metadata: z.object({
    name: z.string(),
    namespace: z.string().default(DEFAULT_NAMESPACE),
  }),
  spec: z.object({ type: z.string().max(63).optional() }).optional(),
});

type Files = { path: string; content: string }[];

/**
 * The entities of an output; undefined where it has no file of them.
 *
 * @throws InputError where they cannot be read
 */
function entitiesOf(files: Files): z.infer<typeof entity>[] | undefined {
  const text = files.find(({ path }) => path === CATALOG_INFO)?.content;
  if (text === undefined) return undefined;
  try {
    return parseAllDocuments(text)
      .filter(({ contents }) => contents !== null)
      .map(document => {
        const [problem] = document.errors;
        if (problem) throw problem;
        return entity.parse(document.toJS());
      });
  } catch (error) {
    const problem =
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : (error as Error).message;
    throw new InputError(`${CATALOG_INFO} cannot be read: ${problem}`);
  }
}

/**
 * What GitOps calls an output: `DomainController` where it has a component of the
 * type `domain-controller`. Nothing where it has entities and no component, as a
 * contract alone, of which nothing runs.
 */
export function componentKind(files: Files): string | undefined {
  const entities = entitiesOf(files);
  if (!entities) return 'Service';
  const type = entities.find(
    ({ kind, spec }) => kind === 'Component' && spec?.type,
  )?.spec?.type;
  return type && upperFirst(camelCase(type));
}

/**
 * The catalog would not take entities of another tenant from a repository of this one.
 *
 * @throws InputError that names them, or says why they cannot be read
 */
export function refuseOtherTenants(tenant: string, files: Files): void {
  const others = (entitiesOf(files) ?? []).filter(
    ({ metadata }) => metadata.namespace !== tenant,
  );
  if (!others.length) return;
  const names = others.map(({ kind, metadata }) =>
    stringifyEntityRef({ kind, ...metadata }),
  );
  throw new InputError(
    `${CATALOG_INFO}: ${names.join(
      ', ',
    )} cannot be in a repository of the tenant ${tenant}; choose an owner of ${tenant}`,
  );
}
