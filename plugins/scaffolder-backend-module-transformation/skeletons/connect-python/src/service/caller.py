"""Who calls, for the time of one request."""

from contextvars import ContextVar
from dataclasses import dataclass

from connectrpc.code import Code
from connectrpc.errors import ConnectError


@dataclass(frozen=True)
class Caller:
    """Whoever calls, as the token says it."""

    subject: str
    tenant_id: str
    org_id: str | None
    scopes: frozenset[str]


# each request is served in a task of its own, and so has a value of its own
_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)


def set_caller(caller: Caller) -> None:
    """Says who calls, for the rest of the request."""
    _caller.set(caller)


def find_caller() -> Caller | None:
    """Who calls; nobody before they have signed in, and outside of requests."""
    return _caller.get()


def current_caller() -> Caller:
    """Who calls; raises where nobody has signed in, so that no query runs without a tenant."""
    caller = find_caller()
    if caller is None:
        raise ConnectError(Code.UNAUTHENTICATED, "sign in first")
    return caller
