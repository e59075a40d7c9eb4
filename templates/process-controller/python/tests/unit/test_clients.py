"""The way to services that jobs call."""

import pytest

from clients.address import Address
from clients.connect import MissingAddressError, address_of
from clients.dependencies import DEPENDENCIES


def test_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DEPENDENCIES, "stock", Address("component:acme/stock", "STOCK_URL"))
    monkeypatch.delenv("STOCK_URL", raising=False)
    with pytest.raises(
        MissingAddressError, match="STOCK_URL has to say where component:acme/stock"
    ):
        address_of("stock")
    monkeypatch.setenv("STOCK_URL", "http://stock:8080")
    assert address_of("stock") == "http://stock:8080"
