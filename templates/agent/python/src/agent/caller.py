"""Who calls, for the time of one request."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from agent.errors import ApiError


@dataclass(frozen=True)
class Caller:
    """Whoever calls, as the token says it."""

    subject: str
    tenant_id: str
    org_id: str | None
    scopes: frozenset[str]
    token: str = field(repr=False)
    """Goes on to the controllers that tools call, which decide by it."""


# each request is served in a task of its own, and so has a value of its own
_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)


def set_caller(caller: Caller) -> None:
    """Says who calls, for the rest of the request."""
    _caller.set(caller)


def find_caller() -> Caller | None:
    """Who calls; nobody before they have signed in, and outside of requests."""
    return _caller.get()


def current_caller() -> Caller:
    """Who calls; raises where nobody has signed in, so that no tool is called for nobody."""
    caller = find_caller()
    if caller is None:
        raise ApiError(401, "unauthenticated", "sign in first")
    return caller
