import { apiName, type DomainModel } from './model/model';
import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import { provenanceAnnotations, type Provenance } from '../service/provenance';

/** The entities of a domain controller, and where they come from. */
export function catalogInfo(
  model: DomainModel,
  provenance: Provenance,
): string {
  const { name, tenant, protoPackage, protoPath, parameters } = model;
  const { owner, system } = parameters;
  const description = oneLine(model.description);
  const entity = (
    kind: string,
    entityName: string,
    title: string,
    spec: object,
    annotations?: object,
  ) =>
    yaml({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name: entityName,
        namespace: tenant,
        title: oneLine(title),
        ...(description && { description }),
        labels: { 'ameide.io/tenant': tenant },
        ...(annotations && { annotations }),
      },
      spec: { ...spec, owner, system },
    });
  const database = `${name}-database`;
  return [
    entity(
      'Component',
      name,
      model.title,
      {
        type: 'domain-controller',
        lifecycle: 'experimental',
        providesApis: model.aggregates.map(aggregate =>
          apiName(model, aggregate),
        ),
        dependsOn: [`resource:${tenant}/${database}`],
      },
      {
        'ameide.io/proto-package': protoPackage,
        ...provenanceAnnotations(provenance),
      },
    ),
    ...model.aggregates.map(aggregate =>
      entity(
        'API',
        apiName(model, aggregate),
        `${protoPackage}.${aggregate.name}Service`,
        {
          type: 'grpc',
          lifecycle: 'experimental',
          definition: {
            $text: `./proto/${protoPath}/${aggregate.snake}_service.proto`,
          },
        },
      ),
    ),
    entity('Resource', database, `Database of ${model.title}`, {
      type: 'database',
    }),
  ].join('---\n');
}
