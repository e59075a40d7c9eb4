"""The HTTP API, over a real connection."""

from typing import Any

import pytest

from agent.controller import CONTROLLER_NAME
from agent.sandbox.scenario import Turn
from tests.support.agents import calls, says
from tests.support.service import running_service

TRACE = "0af7651916cd43dd8448eb211c80319c"


async def test_runs_the_agent() -> None:
    async with running_service([calls("list_orders"), says("One order.")]) as service:
        response = await service.post(
            {"input": "Which orders?"}, headers={"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
        )
        assert response.status_code == 200
        answer = response.json()
        assert answer["status"] == "completed"
        assert answer["answer"] == "One order."
        assert service.controllers.called == [("list_orders", {})]
        (line,) = service.logged()
        assert line | {"msg": "run", "code": "completed", "tenant_id": "acme"} == line
        assert line["trace_id"] == TRACE
        assert (line["controller_type"], line["controller_name"]) == ("agent", CONTROLLER_NAME)
        assert "orders" not in str(line)
        metrics = service.telemetry.metrics().decode()
        assert 'agent_run_duration_count{code="completed"' in metrics
        assert "agent_runs_in_flight" in metrics


async def test_calls_nothing_that_the_token_has_no_scope_for() -> None:
    async with running_service([calls("list_orders"), says("I may not.")]) as service:
        response = await service.post({"input": "x"}, scope=f"{CONTROLLER_NAME}.run")
        assert response.json()["answer"] == "I may not."
        assert service.controllers.called == []


@pytest.mark.parametrize(
    ("claims", "status", "code"),
    [
        ({"scope": "orders.read"}, 403, "permission_denied"),
        ({"tenantId": None}, 401, "unauthenticated"),
        ({"aud": "other"}, 401, "unauthenticated"),
        ({"exp": 1}, 401, "unauthenticated"),
    ],
)
async def test_refuses_who_may_not(claims: dict[str, Any], status: int, code: str) -> None:
    async with running_service([]) as service:
        response = await service.post({"input": "x"}, **claims)
        assert (response.status_code, response.json()["code"]) == (status, code)
        response = await service.post({"input": "x"}, headers={"authorization": "Basic x"})
        assert response.status_code == 401


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        ("{", 400, "Invalid JSON"),
        ({}, 400, 'send "input" or "resume"'),
        ({"input": "x", "tools": ["pay"]}, 400, "tools: Extra inputs"),
        ({"input": "x", "resume": {"state": {}, "answer": 1}}, 400, "resume.state.run_id"),
        ('{"input": "' + "x" * 1_000_000 + '"}', 413, "too long"),
    ],
)
async def test_refuses_what_is_no_request(content: Any, status: int, told: str) -> None:
    async with running_service([]) as service:
        response = await service.post(content)
        assert response.status_code == status
        assert told in response.json()["message"]


@pytest.mark.parametrize(
    ("turns", "answers", "status", "code", "message"),
    [
        (
            [calls("list_orders")],
            {"list_orders": TypeError("of our own")},
            500,
            "internal",
            "internal error",
        ),
        # the script ends before the run does
        ([], None, 502, "unavailable", "The model could not be asked"),
    ],
)
async def test_tells_that_it_failed_and_not_why(
    turns: list[Turn], answers: Any, status: int, code: str, message: str
) -> None:
    async with running_service(turns, answers) as service:
        response = await service.post({"input": "x"})
        assert response.status_code == status
        assert response.json() == {"code": code, "message": message}
        failed, run = service.logged()
        assert failed["msg"] == "run failed"
        assert failed["err"]["stack"]
        assert run["code"] == code
