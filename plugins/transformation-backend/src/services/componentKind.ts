import camelCase from 'lodash/camelCase';
import upperFirst from 'lodash/upperFirst';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const component = z.object({
  kind: z.literal('Component'),
  spec: z.object({ type: z.string().max(63) }),
});

/**
 * What GitOps calls an output: `DomainController` where its `catalog-info.yaml`
 * has a component of the type `domain-controller`. Nothing where it has none, as
 * a contract alone, of which nothing runs.
 */
export function componentKind(
  files: { path: string; content: string }[],
): string | undefined {
  const text = files.find(({ path }) => path === 'catalog-info.yaml')?.content;
  if (text === undefined) return 'Service';
  const types = parseAllDocuments(text).map(
    document => component.safeParse(document.toJS()).data?.spec.type,
  );
  const type = types.find(Boolean);
  return type && upperFirst(camelCase(type));
}
