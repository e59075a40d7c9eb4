"""Whether a request fits the rules of the contract."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import protovalidate
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from connectrpc.request import RequestContext
from protobuf import Message

Req = TypeVar("Req", bound=Message[Any])
Res = TypeVar("Res")


class Validate:
    """Refuses requests that break a rule, and says which."""

    async def intercept_unary(
        self,
        call_next: Callable[[Req, RequestContext[Req, Res]], Awaitable[Res]],
        request: Req,
        ctx: RequestContext[Req, Res],
        /,
    ) -> Res:
        """Looks at the request before the handler does."""
        try:
            protovalidate.validate(request)
        except protovalidate.ValidationError as error:
            raise ConnectError(
                Code.INVALID_ARGUMENT, _describe(error), [error.to_proto()]
            ) from error
        return await call_next(request, ctx)


def _describe(error: protovalidate.ValidationError) -> str:
    return "; ".join(map(_describe_one, error.to_proto().violations))


def _describe_one(violation: protovalidate.ViolationPb) -> str:
    # a rule of a whole message has no field, and names it in its text
    elements = violation.field.elements if violation.field else []
    path = ".".join(element.field_name for element in elements)
    return f"{path}: {violation.message}" if path else violation.message
