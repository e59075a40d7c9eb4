"""Stubs of tools."""

from pathlib import Path
from typing import Any

import pytest

from agent.tools.generate import compile_contracts, make_stubs
from agent.tools.stub import StubError, read_stubs, write_stubs
from tests.support.agents import CONTENT, contracts, define, stubs_of


def tools_with(**changes: Any) -> list[dict[str, Any]]:
    return [{**CONTENT["tools"][0], **changes}]


def test_have_the_arguments_of_the_contract_with_its_comments() -> None:
    found, cancel = stubs_of(define())
    assert found.description == "Finds orders of a customer."
    assert found.arguments["additionalProperties"] is False
    assert found.arguments["properties"] == {
        "customerName": {"type": "string", "description": "Name of the customer."},
        "pageSize": {"type": "integer"},
        "totalMinor": {"type": "string", "pattern": "^-?[0-9]+$"},
        "state": {"type": "string", "enum": ["STATE_UNSPECIFIED", "STATE_OPEN"]},
        "tags": {"type": "array", "items": {"type": "string"}},
        "weights": {"type": "object", "additionalProperties": {"type": "number"}},
        "after": {"type": "string", "format": "date-time"},
        "otherwise": {"type": "object"},
        "open": {"type": "boolean"},
    }
    # who asks twice for the same is nothing that a model makes up
    assert cancel.context == "context"
    assert list(cancel.arguments["properties"]) == ["name"]


def test_keep_risk_scopes_and_description_of_the_definition() -> None:
    (stub,) = stubs_of(define(tools=tools_with(description="Looks up.")))
    assert stub.description == "Looks up."
    assert (stub.tool.risk, stub.tool.scopes) == ("read", ("orders.read",))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"method": "PayOrder"}, "tool list_orders: there is no method .*OrderService/PayOrder"),
        ({"method": "WatchOrders"}, "WatchOrders streams"),
        ({"service": "other.v1.Service"}, "no method other.v1.Service/ListOrders"),
    ],
)
def test_are_refused_without_such_a_method(changes: dict[str, Any], told: str) -> None:
    definition = define(tools=tools_with(**changes))
    with pytest.raises(StubError, match=told):
        make_stubs(definition, contracts())


def test_need_no_contract_where_there_is_no_tool(tmp_path: Path) -> None:
    assert make_stubs(define(tools=[]), compile_contracts(tmp_path)) == []


def test_are_those_of_the_definition(tmp_path: Path) -> None:
    path = tmp_path / "gen" / "tools.json"
    with pytest.raises(StubError, match="make generate"):
        read_stubs(path, define())
    write_stubs(path, list(stubs_of(define())))
    assert read_stubs(path, define()) == stubs_of(define())
    with pytest.raises(StubError, match="older than the definition"):
        read_stubs(path, define(tools=tools_with(risk="write")))
