import type { DomainModel } from '../model/model';
import { generatedPackage, modulesOf } from './names';
import { call, format } from './format';
import { importsOf, type Import } from './imports';

/** What the service is called in logs, metrics and tokens. */
export const controllerPy = ({ name, parameters }: DomainModel): string => `\
"""What the service is called."""

# in every line of the log, every metric and every trace
CONTROLLER_TYPE = "domain-controller"
CONTROLLER_NAME = "${name}"

# what a token has to be good for
READ_SCOPE = "${parameters.domain}.read"
WRITE_SCOPE = "${parameters.domain}.write"
`;

/** What the server serves. */
export function routesPy(model: DomainModel): string {
  const { aggregates } = model;
  const imports = aggregates.flatMap((aggregate): Import[] => {
    const { connect, handlers } = modulesOf(aggregate);
    return [
      [
        `${generatedPackage(model)}.${connect}`,
        `${aggregate.name}ServiceASGIApplication`,
      ],
      [`service.services.${handlers}`, `${aggregate.name}Handlers`],
    ];
  });
  return `\
"""Every service of this controller."""

from collections.abc import Sequence
from typing import Any

from connectrpc.interceptor import Interceptor
from connectrpc.server import ConnectASGIApplication
from starlette.applications import Starlette
from starlette.routing import Mount

${importsOf([...imports, ['service.database.pool', 'Pool']])}


def create_app(pool: Pool, interceptors: Sequence[Interceptor]) -> Starlette:
    """Serves Connect, gRPC and gRPC-Web."""
    apps: list[ConnectASGIApplication[Any]] = [
${aggregates
  .map(
    ({ name }) =>
      `${format(
        call(
          `${name}ServiceASGIApplication`,
          `${name}Handlers(pool)`,
          'interceptors=interceptors',
        ),
        '        ',
        ',',
      )}\n`,
  )
  .join('')}    ]
    return Starlette(routes=[Mount(app.path, app) for app in apps])
`;
}
