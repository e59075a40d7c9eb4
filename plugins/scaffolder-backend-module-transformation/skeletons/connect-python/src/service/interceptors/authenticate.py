"""Who calls, and what they may."""

import re
from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from connectrpc.interceptor import MetadataInterceptor
from connectrpc.method import IdempotencyLevel
from connectrpc.request import RequestContext

from service.caller import set_caller
from service.controller import READ_SCOPE, WRITE_SCOPE
from service.interceptors.verifier import Verify

_BEARER = re.compile(r"Bearer (\S+)", re.IGNORECASE)


class Authenticate(MetadataInterceptor[None]):
    """Takes caller and tenant from the token.

    Methods that are declared to change nothing need the scope to read, all others
    the scope to write.
    """

    def __init__(self, verify: Verify) -> None:
        self._verify = verify

    async def on_start(self, ctx: RequestContext[Any, Any]) -> None:
        """Lets nobody pass who may not."""
        header = _BEARER.fullmatch(ctx.request_headers.get("authorization", ""))
        if header is None:
            raise ConnectError(
                Code.UNAUTHENTICATED, 'send a token as "authorization: Bearer TOKEN"'
            )
        caller = await self._verify(header[1])
        is_reading = ctx.method.idempotency_level is IdempotencyLevel.NO_SIDE_EFFECTS
        needed = READ_SCOPE if is_reading else WRITE_SCOPE
        if needed not in caller.scopes:
            raise ConnectError(Code.PERMISSION_DENIED, f"the token lacks the scope {needed}")
        set_caller(caller)
