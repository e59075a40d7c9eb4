import { entitiesOf } from '../service/entities';
import { provenanceAnnotations, type Provenance } from '../service/provenance';
import type { AgentModel } from './readAgent';

/** The entities of an agent, and where they come from. */
export function catalogInfo(model: AgentModel, provenance: Provenance): string {
  const { name, title, tenant, parameters, definition } = model;
  const api = `${name}-v1`;
  const access = `${name}-model`;
  const targets = [
    ...definition.tools.map(({ target }) => target),
    ...parameters.tools.flatMap(tool => tool.api ?? []),
  ];
  const of = (kind: string) =>
    [...new Set(targets)]
      .filter(target => target.startsWith(`${kind}:`))
      .sort();
  return entitiesOf(model, [
    {
      kind: 'Component',
      name,
      title,
      spec: {
        type: 'agent',
        lifecycle: 'experimental',
        providesApis: [api],
        ...(of('api').length && { consumesApis: of('api') }),
        dependsOn: [`resource:${tenant}/${access}`, ...of('component')],
      },
      annotations: {
        'ameide.io/artifact': `tenants/${tenant}/artifacts/${name}`,
        ...provenanceAnnotations(provenance),
      },
    },
    {
      kind: 'API',
      name: api,
      title: `Runs of ${title}`,
      spec: {
        type: 'openapi',
        lifecycle: 'experimental',
        definition: { $text: './openapi.yaml' },
      },
    },
    {
      kind: 'Resource',
      name: access,
      title: `Access of ${title} to its model`,
      spec: { type: 'language-model' },
    },
  ]);
}
