"""Tokens."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from time import time
from typing import Any

import jwt
import pytest
from connectrpc.code import Code

from service.caller import Caller
from service.interceptors.verifier import create_verifier
from tests.support.fails import fails_with
from tests.support.tokens import AUDIENCE, ISSUER, Issuer

issuer = Issuer()


async def test_say_who_calls_for_which_tenant_and_organization() -> None:
    token = issuer.sign(sub="ada", tenantId="acme", orgId="sales", scope="a b")
    assert await issuer.verify(token) == Caller("ada", "acme", "sales", frozenset({"a", "b"}))


@pytest.mark.parametrize(
    "claims",
    [
        {"tenantId": None},
        {"tenantId": "a' OR 1=1"},
        {"tenantId": "acme\n"},
        {"iss": "https://other.test/"},
        {"aud": "other"},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
    ],
)
async def test_that_say_something_else_are_refused(claims: dict[str, Any]) -> None:
    with fails_with(Code.UNAUTHENTICATED):
        await issuer.verify(issuer.sign(**claims))


async def test_may_come_from_an_issuer_whose_clock_is_ahead() -> None:
    assert await issuer.verify(issuer.sign(iat=int(time()) + 60))


@pytest.mark.parametrize("token", ["x", "a.b.c", Issuer().sign()])
async def test_that_are_none_or_of_another_key_are_refused(token: str) -> None:
    with fails_with(Code.UNAUTHENTICATED):
        await issuer.verify(token)


async def test_of_a_key_that_nobody_knows_are_refused() -> None:
    token = jwt.encode({"sub": "x"}, "s" * 32, "HS256", headers={"kid": "unknown"})
    with fails_with(Code.UNAUTHENTICATED):
        await issuer.verify(token)


@pytest.mark.parametrize(
    ("status", "body"),
    [(503, b""), (200, b"no JSON"), (200, b'{"no": "keys"}'), (200, b'{"keys": []}'), (200, b"[]")],
)
async def test_may_be_good_where_the_keys_cannot_be_had(status: int, body: bytes) -> None:
    with answering(status, body) as url, fails_with(Code.UNAVAILABLE):
        await create_verifier(ISSUER, AUDIENCE, jwt.PyJWKClient(url))(issuer.sign())


async def test_may_be_good_where_nobody_answers() -> None:
    with answering(200, b"") as url:
        pass
    with fails_with(Code.UNAVAILABLE):
        await create_verifier(ISSUER, AUDIENCE, jwt.PyJWKClient(url))(issuer.sign())


@contextmanager
def answering(status: int, body: bytes) -> Iterator[str]:
    """A server of keys that gives this answer."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/keys"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
