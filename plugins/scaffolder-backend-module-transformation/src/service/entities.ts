import { oneLine } from '../text/lines';
import { yaml } from '../text/yaml';
import type { ServiceFacts } from './facts';

/** An entity of a `catalog-info.yaml`; owner and system are those of the service. */
export interface ServiceEntity {
  kind: 'API' | 'Component' | 'Resource';
  name: string;
  title: string;
  spec: object;
  annotations?: object;
}

/** The entities of a service, as its `catalog-info.yaml` has them. */
export const entitiesOf = (
  { tenant, description, parameters: { owner, system } }: ServiceFacts,
  entities: ServiceEntity[],
): string =>
  entities
    .map(({ kind, name, title, spec, annotations }) =>
      yaml({
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: {
          name,
          namespace: tenant,
          title: oneLine(title),
          ...(description && { description: oneLine(description) }),
          labels: { 'ameide.io/tenant': tenant },
          ...(annotations && { annotations }),
        },
        spec: { ...spec, owner, system },
      }),
    )
    .join('---\n');
