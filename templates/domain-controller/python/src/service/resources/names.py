"""Names of resources: `tenants/{tenant}/{collection}/{id}`."""

import re
from typing import NamedTuple

from connectrpc.code import Code
from connectrpc.errors import ConnectError

_NAME = re.compile(
    r"tenants/([a-z0-9-]+)/([^/]+)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
)


class ResourceName(NamedTuple):
    """A resource's name, taken apart."""

    tenant_id: str
    id: str


def format_name(collection: str, name: ResourceName) -> str:
    """The name of a resource in the collection."""
    return f"tenants/{name.tenant_id}/{collection}/{name.id}"


def parse_name(collection: str, name: str) -> ResourceName:
    """Takes a name apart; raises `invalid_argument` where it is none in the collection."""
    match = _NAME.fullmatch(name)
    if match is None or match[2] != collection:
        raise ConnectError(
            Code.INVALID_ARGUMENT, f"a name has to be like tenants/{{tenant}}/{collection}/{{uuid}}"
        )
    return ResourceName(match[1], match[3])
