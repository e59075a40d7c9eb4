"""What turns a handler into a method that is served: a transaction, and request ids."""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Protocol, TypeVar

from connectrpc.request import RequestContext
from protobuf import Message

from service.database.idempotency import once
from service.database.pool import Pool
from service.database.unit_of_work import Work, unit_of_work


class Handlers(Protocol):
    """Handlers of a service."""

    pool: Pool


class _Context(Protocol):
    request_id: str


class _Changing(Protocol):
    @property
    def context(self) -> _Context | None: ...


H = TypeVar("H", bound=Handlers)
Req = TypeVar("Req", bound=Message[Any])
Res = TypeVar("Res", bound=Message[Any])
T = TypeVar("T")

Handler = Callable[[H, Work, Req], Awaitable[Res]]
Method = Callable[[H, Req, RequestContext[Req, Res]], Coroutine[Any, Any, Res]]


def reads(handler: Handler[H, Req, Res]) -> Method[H, Req, Res]:
    """Serves a method that changes nothing, in one transaction."""

    @wraps(handler)
    async def method(self: H, request: Req, _ctx: RequestContext[Req, Res]) -> Res:
        async with unit_of_work(self.pool) as tx:
            return await handler(self, tx, request)

    return method


def changes(handler: Handler[H, Req, Res]) -> Method[H, Req, Res]:
    """Serves a method that changes something: once per request id, all of it or nothing."""

    @wraps(handler)
    async def method(self: H, request: Req, ctx: RequestContext[Req, Res]) -> Res:
        changing: _Changing = request  # type: ignore[assignment]
        request_id = required(changing.context).request_id
        async with unit_of_work(self.pool) as tx:
            return await once(
                tx, request_id, request, ctx.method.output, lambda: handler(self, tx, request)
            )

    return method


def required(value: T | None) -> T:
    """What protovalidate has made sure of, told to the type checker."""
    if value is None:
        raise ValueError("A request was not validated")
    return value
