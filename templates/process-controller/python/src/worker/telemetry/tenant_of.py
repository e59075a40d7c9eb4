"""Whose an instance is."""

import re

_TENANT = re.compile(r"([a-z0-9-]+):")


def tenant_of(workflow_id: str) -> str | None:
    """The tenant that an instance belongs to, which its workflow id begins with."""
    match = _TENANT.match(workflow_id)
    return match[1] if match else None
