"""The contract between a tool and its controller, over a real connection."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from agent.tools.connect import create_client, create_invoke
from agent.tools.toolbox import Toolbox, Used
from tests.support.agents import SERVICE, TARGET, Controllers, define, sign_in
from tests.support.controller import FakeController, running_controller


@pytest.fixture
async def controller() -> AsyncIterator[FakeController]:
    async with running_controller() as controller:
        yield controller


@pytest.fixture
async def toolbox(controller: FakeController) -> AsyncIterator[Toolbox]:
    async with create_client() as client:
        invoke = create_invoke(client, {TARGET: controller.url})
        yield Controllers().toolbox(define(), invoke=invoke)


async def use(toolbox: Toolbox, tool: str, **arguments: Any) -> Used:
    sign_in("orders.read", "orders.write")
    return await toolbox.use(toolbox.granted(define().nodes[0]), tool, arguments, "1")


async def test_is_kept_by_the_call_of_a_method(
    toolbox: Toolbox, controller: FakeController
) -> None:
    controller.answer = {"orders": ["orders/1"]}
    used = await use(toolbox, "list_orders", customerName="Ada")
    assert used.answer == {"orders": ["orders/1"]}
    assert controller.path == f"/{SERVICE}/ListOrders"
    assert controller.body == {"customerName": "Ada"}
    # controllers in TypeScript speak nothing else
    assert controller.http_version == "2"
    assert controller.headers["authorization"] == "Bearer token-of-ada"
    assert controller.headers["connect-protocol-version"] == "1"


async def test_has_an_id_of_what_is_wanted(toolbox: Toolbox, controller: FakeController) -> None:
    await use(toolbox, "cancel_order", name="orders/1")
    sent = controller.body
    assert sent["name"] == "orders/1"
    assert UUID(sent["context"]["requestId"])
    await use(toolbox, "cancel_order", name="orders/1")
    assert controller.body == sent


async def test_leaves_the_id_to_nobody_else(toolbox: Toolbox, controller: FakeController) -> None:
    used = await use(toolbox, "cancel_order", context={"requestId": "x"})
    assert used.outcome == "failed"
    assert controller.path == ""


@pytest.mark.parametrize(
    ("status", "answer", "told"),
    [
        (404, {"code": "not_found", "message": "no such order"}, "not_found: no such order"),
        (403, {"code": "permission_denied", "message": "no"}, "permission_denied: no"),
        (502, "<html>", "unknown: the controller answered with status 502"),
        (200, "[" + "1," * 600_000, "resource_exhausted"),
    ],
)
async def test_tells_the_model_what_went_wrong(
    toolbox: Toolbox, controller: FakeController, status: int, answer: Any, told: str
) -> None:
    controller.status, controller.answer = status, answer
    used = await use(toolbox, "list_orders")
    assert used.outcome == "failed"
    assert used.text.startswith(told)


async def test_tells_that_nobody_is_there() -> None:
    async with create_client() as client:
        invoke = create_invoke(client, {TARGET: "http://127.0.0.1:9"})
        used = await use(Controllers().toolbox(define(), invoke=invoke), "list_orders")
    assert used.text == "unavailable: ConnectError"
