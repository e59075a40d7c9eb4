import { entitiesOf } from '../service/entities';
import { provenanceAnnotations, type Provenance } from '../service/provenance';
import { apiEntities } from './contract/catalogInfo';
import { apiName, type DomainModel } from './model/model';

/** The entities of a domain controller, and where they come from. */
export function catalogInfo(
  model: DomainModel,
  provenance: Provenance,
): string {
  const { name, title, tenant, protoPackage, aggregates } = model;
  const database = `${name}-database`;
  return entitiesOf(model, [
    {
      kind: 'Component',
      name,
      title,
      spec: {
        type: 'domain-controller',
        lifecycle: 'experimental',
        providesApis: aggregates.map(aggregate => apiName(model, aggregate)),
        dependsOn: [`resource:${tenant}/${database}`],
      },
      annotations: {
        'ameide.io/proto-package': protoPackage,
        ...provenanceAnnotations(provenance),
      },
    },
    ...(model.contractRepository ? [] : apiEntities(model)),
    {
      kind: 'Resource',
      name: database,
      title: `Database of ${title}`,
      spec: { type: 'database' },
    },
  ]);
}
