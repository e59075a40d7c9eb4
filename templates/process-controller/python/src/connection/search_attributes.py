"""Search attributes by which instances are found."""

from collections.abc import Set

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import (
    AddSearchAttributesRequest,
    ListSearchAttributesRequest,
)
from temporalio.client import Client
from temporalio.common import SearchAttributeKey
from temporalio.service import RPCError, RPCStatusCode

from bpmn.marks import OPEN_ATTRIBUTE

TENANT = SearchAttributeKey.for_keyword("AmeideTenant")
ARTIFACT = SearchAttributeKey.for_keyword("AmeideArtifact")
REVISION = SearchAttributeKey.for_int("AmeideRevision")

_TYPES = {
    OPEN_ATTRIBUTE: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
    TENANT.name: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
    ARTIFACT.name: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
    REVISION.name: IndexedValueType.INDEXED_VALUE_TYPE_INT,
}

_NOT_NOW = (RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED)


class MissingSearchAttributeError(Exception):
    """Says what to run, where one that a worker cannot do without may not be added from here."""


async def ensure_search_attributes(client: Client) -> Set[str]:
    """Has the namespace know them all, as far as that may be done from here; answers which it knows."""
    known = await _listed(client)
    return known | {name for name in _TYPES.keys() - known if await _added(client, name)}


async def require_open_attribute(client: Client) -> None:
    """The same for a worker, which tells what is open; raises MissingSearchAttributeError."""
    if OPEN_ATTRIBUTE not in await ensure_search_attributes(client):
        raise MissingSearchAttributeError(
            f"The namespace {client.namespace} has no search attribute {OPEN_ATTRIBUTE}, and it can"
            " not be added. Run: temporal operator search-attribute create"
            f" --namespace {client.namespace} --name {OPEN_ATTRIBUTE} --type KeywordList"
        )


async def _listed(client: Client) -> Set[str]:
    request = ListSearchAttributesRequest(namespace=client.namespace)
    try:
        answer = await client.operator_service.list_search_attributes(request)
    except RPCError as error:
        if error.status in _NOT_NOW:
            raise
        # not everybody may list them; adding will tell
        return frozenset()
    return answer.custom_attributes.keys()


async def _added(client: Client, name: str) -> bool:
    request = AddSearchAttributesRequest(
        namespace=client.namespace, search_attributes={name: _TYPES[name]}
    )
    try:
        await client.operator_service.add_search_attributes(request)
    except RPCError as error:
        if error.status in _NOT_NOW:
            raise
        # somebody else may have come first
        return "already exists" in error.message.lower()
    return True
