import type { DomainModel } from '../model/model';
import { contextTest, contractTest } from './contractTest';
import { identityGo, registerGo } from './register';
import { serviceGo } from './service';

/**
 * Sources of a service in Go, beside those that are the same in all of them.
 * Files end with "_service", since Go builds a file that ends with the name of
 * a system, as in order_windows.go, for that system alone.
 */
export const goFiles = (model: DomainModel) => [
  { path: 'internal/identity/identity.go', content: identityGo(model) },
  { path: 'internal/services/register.go', content: registerGo(model) },
  { path: 'test/contract/context_test.go', content: contextTest(model) },
  ...model.aggregates.flatMap(aggregate => [
    {
      path: `internal/services/${aggregate.snake}_service.go`,
      content: serviceGo(model, aggregate),
    },
    {
      path: `test/contract/${aggregate.snake}_service_test.go`,
      content: contractTest(model, aggregate),
    },
  ]),
];
