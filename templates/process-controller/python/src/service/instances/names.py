"""Names of instances: `tenants/{tenant}/instances/{instance}`."""

import re

from connectrpc.code import Code
from connectrpc.errors import ConnectError

from service.caller import current_caller
from service.controller import CONTROLLER_NAME

# what a message has begun has its key in it, whatever that is
_NAME = re.compile(r"tenants/([a-z0-9-]+)/instances/(.+)", re.DOTALL)


def prefix_of(tenant_id: str) -> str:
    """What the workflow ids of all instances of a tenant begin with.

    A process that is called has its caller's id before its own.
    """
    return f"{tenant_id}:{CONTROLLER_NAME}:"


def workflow_id_of(identity: str) -> str:
    """The workflow id of an instance of whoever calls."""
    return prefix_of(current_caller().tenant_id) + identity


def name_of(workflow_id: str) -> str:
    """The name of an instance, which says its tenant."""
    tenant_id = current_caller().tenant_id
    return f"tenants/{tenant_id}/instances/{workflow_id.removeprefix(prefix_of(tenant_id))}"


def parse_name(name: str) -> str:
    """The workflow id of a name.

    The id says tenant and process too, so nobody gets to an instance of another one. Raises
    `invalid_argument` where it is no name, `not_found` where it is one of another tenant.
    """
    match = _NAME.fullmatch(name)
    if match is None:
        raise ConnectError(
            Code.INVALID_ARGUMENT, "a name has to be like tenants/{tenant}/instances/{instance}"
        )
    if match[1] != current_caller().tenant_id:
        raise not_found(name)
    return workflow_id_of(match[2])


def not_found(name: str) -> ConnectError:
    """The same for one of another tenant as for none."""
    return ConnectError(Code.NOT_FOUND, f"there is no {name}")
