"""Pages of instances, and where the next one starts."""

import json
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from typing import NamedTuple, Protocol

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from pydantic import TypeAdapter
from temporalio.client import WorkflowExecution

from service.caller import current_caller
from service.instances.names import prefix_of
from service.temporal.temporal import Temporal

_DEFAULT_SIZE = 50
_MOST = 200

_TOKEN: TypeAdapter[tuple[str, str, str]] = TypeAdapter(tuple[str, str, str])


class PageRequest(Protocol):
    """What is asked of a page."""

    page_size: int
    page_token: str


class Page(NamedTuple):
    """A page, and the token of the next one, which is empty where this is the last."""

    executions: list[WorkflowExecution]
    next_page_token: str


def page_size_of(asked: int) -> int:
    """How many a page holds; whoever asks for none or too many gets what is usual."""
    return min(asked, _MOST) if asked > 0 else _DEFAULT_SIZE


async def list_page(temporal: Temporal, only: str, asked: PageRequest) -> Page:
    """A page of the instances of whoever calls.

    `only` is a filter in Temporal's language; nothing of a caller may be in it. Raises
    `invalid_argument` where the token is of another list.
    """
    tenant_id = current_caller().tenant_id
    found = temporal.client.list_workflows(
        own(only),
        page_size=page_size_of(asked.page_size),
        next_page_token=_parse(tenant_id, only, asked.page_token),
    )
    await found.fetch_next_page()
    following = found.next_page_token
    return Page(
        [*(found.current_page or [])],
        _format(tenant_id, only, following) if following else "",
    )


def own(only: str) -> str:
    """The filter for instances of whoever calls."""
    of_tenant = f"WorkflowId STARTS_WITH '{prefix_of(current_caller().tenant_id)}'"
    return f"{of_tenant} AND {only}" if only else of_tenant


def _format(tenant_id: str, only: str, following: bytes) -> str:
    parts = [tenant_id, only, b64encode(following).decode()]
    return urlsafe_b64encode(json.dumps(parts).encode()).decode()


def _parse(tenant_id: str, only: str, text: str) -> bytes | None:
    if not text:
        return None
    try:
        tenant, of, following = _TOKEN.validate_json(urlsafe_b64decode(text))
        if (tenant, of) == (tenant_id, only):
            return b64decode(following)
    except ValueError:
        # said below
        pass
    raise ConnectError(
        Code.INVALID_ARGUMENT, "the page token is not from this list; start again without one"
    )
