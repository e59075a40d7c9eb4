"""Requests that are answered before they were read."""

from collections.abc import Iterator

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.server.drain import drained


def chunks() -> Iterator[Message]:
    yield {"type": "http.request", "body": b"a", "more_body": True}
    yield {"type": "http.request", "body": b"b", "more_body": True}
    yield {"type": "http.request", "body": b"c", "more_body": False}


async def answer(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 401})
    await send({"type": "http.response.body", "body": b"no"})


async def answer_with_trailers(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "trailers": True})
    await send({"type": "http.response.body", "body": b""})
    await send({"type": "http.response.trailers", "headers": []})


@pytest.mark.parametrize("app", [answer, answer_with_trailers])
async def test_are_read_before_the_answer_ends(app: ASGIApp) -> None:
    coming = chunks()
    left: list[int] = []

    async def receive() -> Message:
        return next(coming)

    async def send(_message: Message) -> None:
        nonlocal coming
        rest = list(coming)
        left.append(len(rest))
        coming = iter(rest)

    await drained(app)({"type": "http"}, receive, send)
    assert left[-1] == 0
    assert set(left[:-1]) == {3}


async def test_are_read_where_the_application_fails() -> None:
    coming = chunks()

    async def receive() -> Message:
        return next(coming)

    async def fail(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise ValueError("x")

    async def send(_message: Message) -> None:
        return

    with pytest.raises(ValueError, match="x"):
        await drained(fail)({"type": "http"}, receive, send)
    assert list(coming) == []
