"""What a run may call, and what becomes of it."""

import asyncio
from typing import Any

import pytest

from agent.definition.model import Definition
from agent.tools.connect import ToolError
from agent.tools.toolbox import Toolbox, Used
from tests.support.agents import CONTENT, Controllers, define, sign_in


async def use(
    toolbox: Toolbox, definition: Definition, name: str, arguments: Any = None, call: str = "1"
) -> Used:
    stubs = toolbox.granted(definition.nodes[0])
    return await toolbox.use(stubs, name, arguments or {}, call)


async def test_calls_what_is_granted() -> None:
    sign_in("orders.read")
    controllers = Controllers({"list_orders": {"orders": ["1"]}})
    used = await use(controllers.toolbox(define()), define(), "list_orders", {"pageSize": 1})
    assert (used.outcome, used.answer) == ("called", {"orders": ["1"]})
    assert controllers.called == [("list_orders", {"pageSize": 1})]
    assert controllers.outcomes == [("list_orders", "called")]


@pytest.mark.parametrize("name", ["cancel_order", "pay", "list_orders; rm"])
async def test_refuses_what_is_outside_of_the_grant(name: str) -> None:
    sign_in("orders.read", "orders.write")
    definition = define(nodes=[{"id": "think", "type": "model", "tools": ["list_orders"]}])
    controllers = Controllers()
    used = await use(controllers.toolbox(definition), definition, name)
    assert used.outcome == "refused"
    assert controllers.called == []


async def test_refuses_what_the_caller_has_no_scope_for() -> None:
    sign_in("orders.read")
    controllers = Controllers()
    used = await use(controllers.toolbox(define()), define(), "cancel_order")
    assert used.outcome == "refused"
    assert controllers.called == []


async def test_calls_what_changes_something_where_a_sandbox_run_has_passed() -> None:
    sign_in("orders.write")
    controllers = Controllers()
    toolbox = controllers.toolbox(define(), is_proven=True)
    assert (await use(toolbox, define(), "cancel_order", {"name": "1"})).outcome == "called"


async def test_proposes_it_where_none_has() -> None:
    sign_in("orders.write")
    controllers = Controllers()
    toolbox = controllers.toolbox(define(), is_proven=False)
    used = await use(toolbox, define(), "cancel_order", {"name": "1"})
    assert used.outcome == "proposed"
    assert used.proposal is not None
    assert used.proposal["arguments"] == {"name": "1"}
    assert used.proposal["reason"] == "no sandbox run of this version has passed"
    assert controllers.called == []


async def test_always_proposes_what_somebody_else_decides_on() -> None:
    sign_in("orders.write")
    definition = define(tools=[{**CONTENT["tools"][1], "risk": "propose"}])
    controllers = Controllers()
    used = await use(controllers.toolbox(definition, is_proven=True), definition, "cancel_order")
    assert used.outcome == "proposed"
    assert controllers.called == []


async def test_asks_once_for_what_a_call_wants() -> None:
    sign_in("orders.write")
    controllers = Controllers()
    toolbox = controllers.toolbox(define())
    for call in ("1", "1", "2"):
        await use(toolbox, define(), "cancel_order", call=call)
    first, again, other = controllers.request_ids
    assert first == again != other


@pytest.mark.parametrize("arguments", [{"colour": "red"}, {"pageSize": "many"}, []])
async def test_calls_nothing_with_arguments_that_do_not_fit(arguments: Any) -> None:
    sign_in("orders.read")
    controllers = Controllers()
    toolbox = controllers.toolbox(define())
    used = await toolbox.use(toolbox.granted(define().nodes[0]), "list_orders", arguments, "1")
    assert used.outcome == "failed"
    assert used.text.startswith("invalid_argument")
    assert controllers.called == []


async def test_tells_what_the_controller_says_against_it() -> None:
    sign_in("orders.read")
    controllers = Controllers({"list_orders": ToolError("not_found: no such customer")})
    used = await use(controllers.toolbox(define()), define(), "list_orders")
    assert (used.outcome, used.text) == ("failed", "not_found: no such customer")


async def test_waits_no_longer_than_the_limit() -> None:
    sign_in("orders.read")
    definition = define(limits={"toolSeconds": 0.01})

    async def wait(*_call: Any) -> None:
        await asyncio.sleep(5)

    used = await use(Controllers().toolbox(definition, invoke=wait), definition, "list_orders")
    assert (used.outcome, used.text) == ("failed", "deadline_exceeded: it took too long")
