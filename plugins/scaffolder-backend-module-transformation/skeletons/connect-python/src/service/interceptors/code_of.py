"""How a request ended."""

from connectrpc.code import Code
from connectrpc.errors import ConnectError


def code_of(error: Exception | None) -> str:
    """The name of an error's code, as in `not_found`."""
    if error is None:
        return "ok"
    return error.code.value if isinstance(error, ConnectError) else Code.UNKNOWN.value
