"""The way to a service that this one depends on, for the client of its package."""

import os
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from connectrpc.client import ConnectClient
from connectrpc.interceptor import MetadataInterceptor
from connectrpc.request import RequestContext

from clients.dependencies import DEPENDENCIES

C = TypeVar("C", bound=ConnectClient)


class MissingAddressError(Exception):
    """The environment does not say where a service is."""


def address_of(dependency: str) -> str:
    """Where it is; raises MissingAddressError."""
    found = DEPENDENCIES[dependency]
    address = os.environ.get(found.variable)
    if not address:
        raise MissingAddressError(f"{found.variable} has to say where {found.ref} is")
    return address


def client_of(dependency: str, kind: type[C], token: Callable[[], Awaitable[str]]) -> C:
    """A client of a service: `client_of("orders", OrderServiceClient, token)`.

    The token is asked for with every request, so that it may be renewed.
    """
    return kind(address_of(dependency), interceptors=[_WithToken(token)])


class _WithToken(MetadataInterceptor[None]):
    def __init__(self, token: Callable[[], Awaitable[str]]) -> None:
        self._token = token

    async def on_start(self, ctx: RequestContext[Any, Any]) -> None:
        ctx.request_headers["authorization"] = f"Bearer {await self._token()}"
