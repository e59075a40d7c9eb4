"""Etags, which keep callers from overwriting what is newer."""

from connectrpc.code import Code
from connectrpc.errors import ConnectError


def etag_of(version: int) -> str:
    """Changes whenever the resource does."""
    return f'"{version}"'


def assert_etag(etag: str, version: int) -> None:
    """Raises `aborted` where the resource is another one by now.

    An empty etag means that the caller does not mind what happened meanwhile.
    """
    if etag and etag != etag_of(version):
        raise ConnectError(
            Code.ABORTED, f"the etag is old, it is {etag_of(version)} now; read it again"
        )
