"""Pages of a list, and where the next one starts."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from pydantic import TypeAdapter

_DEFAULT_SIZE = 50
_MOST = 200

_TOKEN: TypeAdapter[tuple[str, UUID]] = TypeAdapter(tuple[str, UUID])


def page_size_of(asked: int) -> int:
    """How many a page holds; whoever asks for none or too many gets what is usual."""
    return min(asked, _MOST) if asked > 0 else _DEFAULT_SIZE


def format_page_token(collection: str, after: UUID) -> str:
    """Where the next page of a collection starts.

    It is no secret: row-level security is what hides rows.
    """
    return urlsafe_b64encode(json.dumps([collection, str(after)]).encode()).decode()


def parse_page_token(collection: str, text: str) -> UUID | None:
    """Reads a token; raises `invalid_argument` where it is not one of this collection's."""
    if not text:
        return None
    try:
        of, after = _TOKEN.validate_json(urlsafe_b64decode(text))
    except ValueError:
        of, after = None, None
    if of != collection:
        raise ConnectError(
            Code.INVALID_ARGUMENT, "the page token is not from this method; start again without one"
        )
    return after
