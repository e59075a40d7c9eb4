"""Who calls, and whether they may."""

import re

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from agent.caller import set_caller
from agent.controller import RUN_SCOPE
from agent.errors import ApiError
from agent.server.answer import problem
from agent.server.verifier import Verify

_BEARER = re.compile(r"Bearer (\S+)", re.IGNORECASE)


def authenticated(app: ASGIApp, verify: Verify) -> ASGIApp:
    """Lets nobody pass who may not run the agent."""

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        try:
            header = _BEARER.fullmatch(Request(scope).headers.get("authorization", ""))
            if header is None:
                raise ApiError(
                    401, "unauthenticated", 'send a token as "authorization: Bearer TOKEN"'
                )
            caller = await verify(header[1])
            if RUN_SCOPE not in caller.scopes:
                raise ApiError(403, "permission_denied", f"the token lacks the scope {RUN_SCOPE}")
        except ApiError as error:
            await problem(error)(scope, receive, send)
            return
        set_caller(caller)
        await app(scope, receive, send)

    return serve
