import type { DomainModel } from '../model/model';
import { contractTest } from './contractTest';
import { nameTs, routesTs } from './routes';
import { serviceTs } from './service';

/** Sources of a service in TypeScript, beside those that are the same in all of them. */
export const typescriptFiles = (model: DomainModel) => [
  { path: 'src/service.ts', content: nameTs(model) },
  { path: 'src/routes.ts', content: routesTs(model) },
  ...model.aggregates.flatMap(aggregate => [
    {
      path: `src/services/${aggregate.camel}.ts`,
      content: serviceTs(model, aggregate),
    },
    {
      path: `test/contract/${aggregate.camel}.test.ts`,
      content: contractTest(model, aggregate),
    },
  ]),
];
