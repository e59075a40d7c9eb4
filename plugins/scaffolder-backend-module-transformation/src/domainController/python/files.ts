import type { DomainModel } from '../model/model';
import { contractTest } from './contractTest';
import { controllerPy, routesPy } from './controller';
import { modulesOf } from './names';
import { servicePy } from './service';

/** Sources of a service in Python, beside those that are the same in all of them. */
export const pythonFiles = (model: DomainModel) => [
  { path: 'src/service/controller.py', content: controllerPy(model) },
  { path: 'src/service/routes.py', content: routesPy(model) },
  ...model.aggregates.flatMap(aggregate => [
    {
      path: `src/service/services/${modulesOf(aggregate).handlers}.py`,
      content: servicePy(model, aggregate),
    },
    {
      path: `tests/contract/test_${aggregate.snake}.py`,
      content: contractTest(model, aggregate),
    },
  ]),
];
