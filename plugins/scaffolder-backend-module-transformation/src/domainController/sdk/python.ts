import type { DomainModel } from '../model/model';
import { assign, call } from '../python/format';
import { importsOf, type Import } from '../python/imports';
import { generatedPackage, identifier, modulesOf } from '../python/names';

/** One client for all services of the controller. */
export function sdkPy(model: DomainModel): string {
  const { aggregates, protoPackage } = model;
  const imports = aggregates.map(
    (aggregate): Import => [
      `.${generatedPackage(model)}.${modulesOf(aggregate).connect}`,
      `${aggregate.name}ServiceClient`,
    ],
  );
  return `\
"""A client of \`${protoPackage}\`; its messages are in \`${generatedPackage(
    model,
  )}\`."""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from connectrpc.interceptor import Interceptor, MetadataInterceptor
from connectrpc.request import RequestContext
from pyqwest import Client

${importsOf(imports)}

__all__ = ["AmeideClient", "WithToken"]


class AmeideClient:
    """Clients of all services behind one address."""

    def __init__(
        self,
        address: str,
        *,
        interceptors: Iterable[Interceptor] = (),
        http_client: Client | None = None,
    ) -> None:
        """An HTTP client is given to configure TLS or HTTP/2; whoever gives it closes it."""
        chain = list(interceptors)
${aggregates
  .map(
    ({ name, table }) =>
      `${assign(
        `self.${identifier(table)}`,
        call(
          `${name}ServiceClient`,
          'address',
          'interceptors=chain',
          'http_client=http_client',
        ),
        '        ',
      )}\n`,
  )
  .join('')}

class WithToken(MetadataInterceptor[None]):
    """Sends a token with every request; \`token\` is asked each time, so that it may renew it."""

    def __init__(self, token: Callable[[], Awaitable[str]]) -> None:
        self._token = token

    async def on_start(self, ctx: RequestContext[Any, Any]) -> None:
        """Adds the header."""
        ctx.request_headers["authorization"] = f"Bearer {await self._token()}"
`;
}
