"""The agent as an MCP server, through a client of MCP."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from agent.controller import RUN_SCOPE
from agent.sandbox.scenario import Turn
from tests.support.agents import calls, says
from tests.support.service import RunningService, running_service


@asynccontextmanager
async def connected(service: RunningService, scope: str) -> AsyncIterator[Client]:
    headers = {"authorization": f"Bearer {service.issuer.sign(scope=scope)}"}
    async with httpx2.AsyncClient(headers=headers) as http:
        transport = streamable_http_client(f"{service.url}/mcp", http_client=http)
        async with Client(transport) as client:
            yield client


@asynccontextmanager
async def client_of(
    *turns: Turn, scope: str = f"{RUN_SCOPE} orders.read orders.write"
) -> AsyncIterator[tuple[Client, RunningService]]:
    async with running_service(turns) as service, connected(service, scope) as client:
        yield client, service


async def test_offers_itself_and_its_tools_without_risk() -> None:
    async with client_of() as (client, _service):
        found = await client.list_tools()
        assert [tool.name for tool in found.tools] == ["run_agent", "list_orders"]
        assert found.tools[1].description == "Finds orders of a customer."
        assert "customerName" in found.tools[1].input_schema["properties"]


async def test_offers_no_tool_that_the_token_has_no_scope_for() -> None:
    async with client_of(scope=RUN_SCOPE) as (client, service):
        found = await client.list_tools()
        assert [tool.name for tool in found.tools] == ["run_agent"]
        result = await client.call_tool("list_orders", {})
        assert result.is_error
        assert service.controllers.called == []


async def test_runs_the_agent() -> None:
    async with client_of(calls("list_orders"), says("One.")) as (client, service):
        result = await client.call_tool("run_agent", {"input": "Which?"})
        assert not result.is_error
        answer = json.loads(result.content[0].text)  # type: ignore[union-attr]
        assert (answer["status"], answer["answer"]) == ("completed", "One.")
        assert service.logged()[0]["tenant_id"] == "acme"


@pytest.mark.parametrize("name", ["cancel_order", "nothing"])
async def test_lets_nobody_use_what_has_a_risk(name: str) -> None:
    async with client_of() as (client, service):
        result = await client.call_tool(name, {})
        assert result.is_error
        assert service.controllers.called == []


async def test_uses_a_tool() -> None:
    async with client_of() as (client, service):
        result = await client.call_tool("list_orders", {"customerName": "Ada"})
        assert json.loads(result.content[0].text) == {"orders": ["orders/1"]}  # type: ignore[union-attr]
        assert service.controllers.called == [("list_orders", {"customerName": "Ada"})]


async def test_needs_a_token() -> None:
    async with running_service([]) as service, httpx2.AsyncClient() as http:
        response = await http.post(f"{service.url}/mcp", json={})
        assert response.status_code == 401
