import camelCase from 'lodash/camelCase';
import upperFirst from 'lodash/upperFirst';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const component = z.object({
  kind: z.literal('Component'),
  spec: z.object({ type: z.string().max(63) }),
});

/** What GitOps calls an output: `DomainController` where its `catalog-info.yaml` has a component of the type `domain-controller`. */
export function componentKind(
  files: { path: string; content: string }[],
): string {
  const text = files.find(({ path }) => path === 'catalog-info.yaml')?.content;
  const types = parseAllDocuments(text ?? '').map(
    document => component.safeParse(document.toJS()).data?.spec.type,
  );
  return upperFirst(camelCase(types.find(Boolean) ?? 'service'));
}
