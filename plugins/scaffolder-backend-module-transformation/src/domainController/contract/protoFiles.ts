import type { RenderedFile } from '../../service/provenance';
import type { DomainModel } from '../model/model';
import { aggregateProto } from '../proto/aggregate';
import { requestContext } from '../proto/requestContext';
import { serviceProto } from '../proto/service';

/** The contract itself. */
export const protoFiles = (model: DomainModel): RenderedFile[] => {
  const dir = `proto/${model.protoPath}`;
  return [
    { path: `${dir}/request_context.proto`, content: requestContext(model) },
    ...model.aggregates.flatMap(aggregate => [
      {
        path: `${dir}/${aggregate.snake}.proto`,
        content: aggregateProto(model, aggregate),
      },
      {
        path: `${dir}/${aggregate.snake}_service.proto`,
        content: serviceProto(model, aggregate),
      },
    ]),
  ];
};
