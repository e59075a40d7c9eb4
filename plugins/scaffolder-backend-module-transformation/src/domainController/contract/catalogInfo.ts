import { entitiesOf, type ServiceEntity } from '../../service/entities';
import {
  provenanceAnnotations,
  type Provenance,
} from '../../service/provenance';
import { apiName, type DomainModel } from '../model/model';

/** The APIs of a domain controller, which are where its contract is. */
export const apiEntities = (
  model: DomainModel,
  annotations?: object,
): ServiceEntity[] =>
  model.aggregates.map(aggregate => ({
    kind: 'API',
    name: apiName(model, aggregate),
    title: `${model.protoPackage}.${aggregate.name}Service`,
    spec: {
      type: 'grpc',
      lifecycle: 'experimental',
      definition: {
        $text: `./proto/${model.protoPath}/${aggregate.snake}_service.proto`,
      },
    },
    annotations,
  }));

/** The entities of a contract that is kept for itself, and where they come from. */
export const contractCatalogInfo = (
  model: DomainModel,
  provenance: Provenance,
): string =>
  entitiesOf(model, apiEntities(model, provenanceAnnotations(provenance)));
