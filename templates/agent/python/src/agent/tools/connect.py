"""Calls a method of a controller by Connect, in the name of the caller."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import httpx
from opentelemetry import propagate

from agent.caller import current_caller
from agent.tools.stub import Stub

Invoke = Callable[[Stub, dict[str, Any], str], Awaitable[Any]]
"""Calls a tool with arguments, for what the id of the request says is wanted once."""

# more than this no model can read
_MOST_BYTES = 1_000_000


class ToolError(Exception):
    """What a controller answered instead of a result; meant for the model."""


def create_invoke(client: httpx.AsyncClient, addresses: Mapping[str, str]) -> Invoke:
    """Makes what calls the controllers at these addresses."""

    async def invoke(stub: Stub, arguments: dict[str, Any], request_id: str) -> Any:
        tool = stub.tool
        context = {stub.context: {"requestId": request_id}} if stub.context else {}
        headers = {
            "authorization": f"Bearer {current_caller().token}",
            "connect-protocol-version": "1",
        }
        propagate.inject(headers)
        try:
            response = await client.post(
                f"{addresses[tool.target].rstrip('/')}/{tool.service}/{tool.method}",
                json={**arguments, **context},
                headers=headers,
            )
        except httpx.HTTPError as error:
            raise ToolError(f"unavailable: {type(error).__name__}") from error
        return _read(response)

    return invoke


def create_client() -> httpx.AsyncClient:
    """A client that speaks HTTP/2 without TLS, as gRPC does; controllers speak that in any case."""
    return httpx.AsyncClient(http1=False, http2=True, follow_redirects=False)


def _read(response: httpx.Response) -> Any:
    if len(response.content) > _MOST_BYTES:
        raise ToolError("resource_exhausted: the answer is too long, ask for less")
    try:
        content = response.json()
    except ValueError:
        raise ToolError(
            f"unknown: the controller answered with status {response.status_code}"
        ) from None
    if response.is_success:
        return content
    told = content if isinstance(content, dict) else {}
    raise ToolError(f"{told.get('code', 'unknown')}: {told.get('message', '')}")
