import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import type { AgentModel } from './readAgent';

/** The entities of an agent, and where they come from. */
export function catalogInfo(
  model: AgentModel,
  provenance: { template: string; version: string; digest: string },
): string {
  const { name, tenant, title, parameters, definition } = model;
  const { owner, system } = parameters;
  const description = oneLine(model.description);
  const entity = (
    kind: string,
    entityName: string,
    entityTitle: string,
    spec: object,
    annotations?: object,
  ) =>
    yaml({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: entityName,
        namespace: tenant,
        title: oneLine(entityTitle),
        ...(description && { description }),
        labels: { 'ameide.io/tenant': tenant },
        ...(annotations && { annotations }),
      },
      spec: { ...spec, owner, system },
    });
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
  return [
    entity(
      'Component',
      name,
      title,
      {
        type: 'agent',
        lifecycle: 'experimental',
        providesApis: [api],
        ...(of('api').length && { consumesApis: of('api') }),
        dependsOn: [`resource:${tenant}/${access}`, ...of('component')],
      },
      {
        'ameide.io/artifact': `tenants/${tenant}/artifacts/${name}`,
        'ameide.io/template': provenance.template,
        'ameide.io/template-version': provenance.version,
        'ameide.io/template-digest': provenance.digest,
      },
    ),
    entity('API', api, `Runs of ${title}`, {
      type: 'openapi',
      lifecycle: 'experimental',
      definition: { $text: './openapi.yaml' },
    }),
    entity('Resource', access, `Access of ${title} to its model`, {
      type: 'language-model',
    }),
  ].join('---\n');
}
