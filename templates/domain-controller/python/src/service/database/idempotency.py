"""Requests that come more than once, and are done once."""

from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any, TypeVar

from connectrpc.code import Code
from connectrpc.errors import ConnectError
from protobuf import Message

from service.caller import current_caller
from service.database.unit_of_work import Work

Res = TypeVar("Res", bound=Message[Any])


async def once(
    tx: Work,
    request_id: str,
    request: Message[Any],
    output: type[Res],
    work: Callable[[], Awaitable[Res]],
) -> Res:
    """Does what a request asks for once.

    The same request id again, by the same subject with the same content, gets the
    first answer; with another content it is refused. A request that is being served
    meanwhile is waited for.
    """
    digest = _digest_of(request)
    is_first = await tx.execute(
        "INSERT INTO idempotency_keys (tenant_id, request_id, digest) VALUES (%s, %s, %s)"
        " ON CONFLICT DO NOTHING",
        [tx.tenant_id, request_id, digest],
    )
    if not is_first:
        rows = await tx.query(
            "SELECT digest, response FROM idempotency_keys WHERE tenant_id = %s AND request_id = %s",
            [tx.tenant_id, request_id],
        )
        if not rows or rows[0]["digest"] != digest:
            raise ConnectError(
                Code.FAILED_PRECONDITION,
                "the request id was used for another request; make a new one",
            )
        return output.from_binary(rows[0]["response"])
    response = await work()
    await tx.execute(
        "UPDATE idempotency_keys SET response = %s WHERE tenant_id = %s AND request_id = %s",
        [response.to_binary(), tx.tenant_id, request_id],
    )
    return response


def _digest_of(request: Message[Any]) -> bytes:
    head = f"{current_caller().subject}\0{type(request).desc().type_name}\0"
    return sha256(head.encode() + request.to_binary()).digest()
