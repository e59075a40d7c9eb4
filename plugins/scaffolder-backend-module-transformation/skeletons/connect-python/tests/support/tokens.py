"""An issuer of tokens, and what sends and verifies them."""

import json
from time import time
from typing import Any

import jwt
from connectrpc.interceptor import MetadataInterceptor
from connectrpc.request import RequestContext
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from service.controller import READ_SCOPE, WRITE_SCOPE
from service.interceptors.verifier import create_verifier

ISSUER = "https://issuer.test/"
AUDIENCE = "test"
_KEY_ID = "test"


class _LocalKeys(jwt.PyJWKClient):
    """Keys that need not be fetched."""

    def __init__(self, key: ec.EllipticCurvePublicKey) -> None:
        super().__init__("https://issuer.test/keys")
        self._key = json.loads(ECAlgorithm.to_jwk(key))

    def fetch_data(self) -> dict[str, Any]:
        return {"keys": [{**self._key, "kid": _KEY_ID, "use": "sig"}]}


class Issuer:
    """Signs tokens with a key of its own."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.verify = create_verifier(ISSUER, AUDIENCE, _LocalKeys(self._key.public_key()))

    def sign(self, **claims: Any) -> str:
        """A token of somebody of tenant acme who may do everything, unless the claims say otherwise."""
        payload = {
            "sub": "somebody",
            "tenantId": "acme",
            "scope": f"{READ_SCOPE} {WRITE_SCOPE}",
            "iss": ISSUER,
            "aud": AUDIENCE,
            "exp": int(time()) + 300,
            **claims,
        }
        present = {name: value for name, value in payload.items() if value is not None}
        return jwt.encode(present, self._key, "ES256", headers={"kid": _KEY_ID})


class WithToken(MetadataInterceptor[None]):
    """Sends a token with every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def on_start(self, ctx: RequestContext[Any, Any]) -> None:
        """Adds the header."""
        ctx.request_headers["authorization"] = f"Bearer {self._token}"
