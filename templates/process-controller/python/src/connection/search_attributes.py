"""Search attributes by which instances are found."""

from temporalio.api.enums.v1 import IndexedValueType
from temporalio.api.operatorservice.v1 import (
    AddSearchAttributesRequest,
    ListSearchAttributesRequest,
)
from temporalio.client import Client
from temporalio.common import SearchAttributeKey, SearchAttributePair, TypedSearchAttributes
from temporalio.service import RPCError, RPCStatusCode

from bpmn.marks import OPEN_ATTRIBUTE
from service.controller import CONTROLLER_NAME

_TENANT = SearchAttributeKey.for_keyword("AmeideTenant")
_ARTIFACT = SearchAttributeKey.for_keyword("AmeideArtifact")

_ALL = {
    OPEN_ATTRIBUTE: ("KeywordList", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST),
    _TENANT.name: ("Keyword", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD),
    _ARTIFACT.name: ("Keyword", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD),
}


class MissingSearchAttributeError(Exception):
    """Says what to run, where one is missing and may not be added from here."""


def search_attributes_of(tenant_id: str) -> TypedSearchAttributes:
    """Of an instance of a tenant: by these the factory's page finds it."""
    artifact = f"tenants/{tenant_id}/artifacts/{CONTROLLER_NAME}"
    return TypedSearchAttributes(
        [SearchAttributePair(_TENANT, tenant_id), SearchAttributePair(_ARTIFACT, artifact)]
    )


async def ensure_search_attributes(client: Client) -> None:
    """Makes sure that the namespace knows them all."""
    known = await _known(client)
    for name, (type_name, number) in _ALL.items():
        if name in known:
            continue
        try:
            await client.operator_service.add_search_attributes(
                AddSearchAttributesRequest(
                    namespace=client.namespace, search_attributes={name: number}
                )
            )
        except RPCError as error:
            # another worker may have come first
            if "already exists" in error.message.lower():
                continue
            if error.status in (RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED):
                raise
            raise MissingSearchAttributeError(
                f"The namespace {client.namespace} has no search attribute {name}, and it can not"
                f" be added: {error.message}. Run: temporal operator search-attribute create"
                f" --namespace {client.namespace} --name {name} --type {type_name}"
            ) from error


async def _known(client: Client) -> set[str]:
    try:
        answer = await client.operator_service.list_search_attributes(
            ListSearchAttributesRequest(namespace=client.namespace)
        )
    except RPCError as error:
        if error.status in (RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED):
            raise
        # not everybody may list them; adding will tell
        return set()
    return set(answer.custom_attributes)
