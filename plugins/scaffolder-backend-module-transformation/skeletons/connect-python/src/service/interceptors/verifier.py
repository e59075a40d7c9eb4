"""Tokens, verified against the issuer's keys."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Annotated

import jwt
from connectrpc.code import Code
from connectrpc.errors import ConnectError
from pydantic import BaseModel, Field, ValidationError

from service.caller import Caller

Verify = Callable[[str], Awaitable[Caller]]
"""Says who a token belongs to."""


class _Claims(BaseModel):
    sub: Annotated[str, Field(min_length=1)]
    # a tenant becomes part of names and of a setting of the database
    tenantId: Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$")]
    orgId: Annotated[str, Field(min_length=1)] | None = None
    scope: str = ""


class _NoKeysError(Exception):
    """The keys cannot be had, which says nothing of the token."""


def create_verifier(issuer: str, audience: str, keys: jwt.PyJWKClient) -> Verify:
    """Makes what verifies tokens.

    It raises `unauthenticated`, which does not say what was wrong with the token, and
    `unavailable` where the keys cannot be had.
    """

    def verify(token: str) -> Caller:
        payload = jwt.decode(
            token,
            _key_of(keys, token),
            issuer=issuer,
            audience=audience,
            algorithms=["RS256", "ES256", "EdDSA"],
            # an issuer whose clock is a bit ahead is no reason to refuse
            options={"require": ["exp", "iss", "aud"], "verify_iat": False},
        )
        claims = _Claims.model_validate(payload)
        scopes = frozenset(claims.scope.split())
        return Caller(claims.sub, claims.tenantId, claims.orgId, scopes)

    async def verify_aside(token: str) -> Caller:
        try:
            # keys may have to be fetched, which must not hold up other requests
            return await asyncio.to_thread(verify, token)
        except _NoKeysError as error:
            # another try may succeed
            raise ConnectError(Code.UNAVAILABLE, "cannot sign in now") from error
        except (jwt.PyJWTError, ValidationError):
            raise ConnectError(Code.UNAUTHENTICATED, "the token is not valid") from None

    return verify_aside


def _key_of(keys: jwt.PyJWKClient, token: str) -> jwt.PyJWK:
    kid = jwt.get_unverified_header(token).get("kid", "")
    try:
        keys.get_signing_keys()
    except (jwt.PyJWTError, ValueError, OSError) as error:
        raise _NoKeysError from error
    try:
        return keys.get_signing_key(kid)
    except (jwt.PyJWKClientConnectionError, ValueError, OSError) as error:
        raise _NoKeysError from error
