"""The ways that runs take."""

import asyncio
from typing import Any

import pytest
from agentevals.trajectory.match import create_trajectory_match_evaluator
from langchain_core.messages import convert_to_openai_messages, messages_from_dict

from agent.paths import SCENARIOS
from agent.runs.messages import Resume, RunAnswer, RunRequest
from agent.runs.runner import create_run
from agent.sandbox.scenario import read_scenarios
from agent.sandbox.scripted_model import ScriptedModel
from tests.support.agents import Controllers, calls, define, says, sign_in
from tests.support.fails import fails_with

PLAN = {
    "nodes": [
        {"id": "think", "type": "model"},
        {"id": "good", "type": "set", "values": {"score": {"path": "think.score"}}},
        {
            "id": "look",
            "type": "tool",
            "tool": "list_orders",
            "arguments": {"pageSize": {"value": 1}},
        },
    ],
    "edges": [
        {
            "id": "high",
            "from": "think",
            "to": "good",
            "conditions": [{"path": "think.score", "operator": "atLeast", "value": 5}],
        },
        {"id": "low", "from": "think", "to": "look"},
        {"id": "done", "from": "look", "to": "END"},
    ],
}


@pytest.fixture(autouse=True)
def _somebody() -> None:
    sign_in("orders.read", "orders.write")


def asked(tool: str, **arguments: Any) -> dict[str, Any]:
    """A turn of the model in which it asks for a tool, as trajectories have it."""
    return {
        "role": "assistant",
        "content": "",
        "tool_calls": [{"function": {"name": tool, "arguments": arguments}}],
    }


async def test_are_as_the_model_and_the_tools_make_them() -> None:
    controllers = Controllers({"list_orders": {"orders": ["orders/1"]}})
    nodes = [{"id": "think", "type": "model"}, {"id": "sure", "type": "human", "prompt": "Sure?"}]
    edges = [{"id": "e", "from": "think", "to": "sure"}]
    turns = [calls("list_orders"), calls("cancel_order", name="orders/1"), says("done")]
    # a run that waits tells its messages
    answer = await controllers.run(define(nodes=nodes, edges=edges), turns)(RunRequest(input="Go"))
    assert answer.state
    outputs = convert_to_openai_messages(messages_from_dict(answer.state.messages))
    reference = [
        {"role": "user", "content": "Go"},
        asked("list_orders"),
        {"role": "tool", "content": '{"orders": ["orders/1"]}', "tool_call_id": "call-0-0"},
        asked("cancel_order", name="orders/1"),
        {"role": "tool", "content": "{}", "tool_call_id": "call-1-0"},
        {"role": "assistant", "content": "done"},
    ]
    evaluate = create_trajectory_match_evaluator(trajectory_match_mode="strict")
    assert evaluate(outputs=outputs, reference_outputs=reference)["score"] is True
    reference[1], reference[3] = reference[3], reference[1]
    assert evaluate(outputs=outputs, reference_outputs=reference)["score"] is False


async def test_end_with_what_the_model_said_last() -> None:
    answer = await Controllers().run(define(), [says("Hello")])(RunRequest(input="Hi"))
    assert (answer.status, answer.answer, answer.proposals) == ("completed", "Hello", [])


async def test_go_on_where_a_tool_was_refused() -> None:
    controllers = Controllers()
    nodes = [{"id": "think", "type": "model", "tools": ["list_orders"]}]
    run = controllers.run(define(nodes=nodes), [calls("cancel_order"), says("I may not.")])
    assert (await run(RunRequest(input="Cancel"))).answer == "I may not."
    assert controllers.called == []
    assert controllers.outcomes == [("cancel_order", "refused")]


async def test_tell_what_they_propose() -> None:
    controllers = Controllers()
    turns = [calls("cancel_order", name="orders/1"), says("Proposed.")]
    answer = await controllers.run(define(), turns, is_proven=False)(RunRequest(input="Cancel"))
    assert [proposal["arguments"] for proposal in answer.proposals] == [{"name": "orders/1"}]
    assert controllers.called == []


@pytest.mark.parametrize(
    ("said", "called", "values"),
    [
        ('{"score": 7}', [], {"good": {"score": 7}}),
        ('{"score": 2}', [("list_orders", {"pageSize": 1})], {"look": {"orders": []}}),
        ("no object", [("list_orders", {"pageSize": 1})], {"look": {"orders": []}}),
    ],
)
async def test_follow_the_conditions(said: str, called: Any, values: dict[str, Any]) -> None:
    controllers = Controllers({"list_orders": {"orders": []}})
    answer = await controllers.run(define(**PLAN), [says(said)])(RunRequest(input="Go"))
    assert controllers.called == called
    assert values.items() <= answer.values.items()


async def test_without_a_way_on_are_refused_by_the_name_of_the_node() -> None:
    edge = {"id": "e", "from": "think", "to": "END"}
    edge_that_fails = {**edge, "conditions": [{"path": "input.vip", "operator": "exists"}]}
    run = Controllers().run(define(edges=[edge_that_fails]), [says("x")])
    with fails_with("failed_precondition", "leaves think"):
        await run(RunRequest(input="Go"))
    run = Controllers().run(define(edges=[edge_that_fails]), [says("x")])
    assert (await run(RunRequest(input="Go", values={"vip": True}))).status == "completed"


class TestLimits:
    """After which a run is ended."""

    async def test_of_steps(self) -> None:
        run = Controllers().run(define(limits={"steps": 4}), [calls("list_orders")] * 9)
        with fails_with("limit_exceeded", "more than 4 steps"):
            await run(RunRequest(input="Go"))

    async def test_of_calls(self) -> None:
        controllers = Controllers()
        turns = [calls("list_orders"), calls("list_orders", "list_orders"), says("x")]
        run = controllers.run(define(limits={"toolCalls": 2}), turns)
        with fails_with("limit_exceeded", "more than 2 tools"):
            await run(RunRequest(input="Go"))
        assert len(controllers.called) == 1

    @pytest.mark.parametrize(
        ("limits", "told"),
        [({"modelSeconds": 0.05}, "The model took"), ({"runSeconds": 0.05}, "The run took")],
    )
    async def test_of_time(self, limits: dict[str, float], told: str) -> None:
        class SlowModel(ScriptedModel):
            async def _agenerate(self, *_arguments: Any, **_options: Any) -> Any:
                await asyncio.sleep(5)

        definition = define(limits=limits)
        run = create_run(
            definition, SlowModel(messages=iter([])), Controllers().toolbox(definition)
        )
        with fails_with("deadline_exceeded", told):
            await run(RunRequest(input="Go"))


class TestInterrupts:
    """Runs that wait for a person; what they know goes with whoever has started them."""

    nodes = [  # noqa: RUF012
        {"id": "think", "type": "model"},
        {"id": "ask", "type": "human", "prompt": "Which one?"},
        {
            "id": "cancel",
            "type": "tool",
            "tool": "cancel_order",
            "arguments": {"name": {"path": "ask"}},
        },
    ]
    edges = [  # noqa: RUF012
        {"id": "e1", "from": "think", "to": "ask"},
        {"id": "e2", "from": "ask", "to": "cancel"},
        {"id": "e3", "from": "cancel", "to": "END"},
    ]

    async def go_on(self, controllers: Controllers, waiting: RunAnswer, answer: Any) -> RunAnswer:
        """In another process than the one that the run has begun in."""
        assert waiting.state
        sent = waiting.model_dump_json()
        state = RunAnswer.model_validate_json(sent).state
        assert state
        run = controllers.run(self.definition(), [])
        return await run(RunRequest(resume=Resume(state=state, answer=answer)))

    def definition(self) -> Any:
        return define(nodes=self.nodes, edges=self.edges, interrupts=["cancel"])

    async def test_go_on_with_what_the_person_says(self) -> None:
        controllers = Controllers()
        run = controllers.run(self.definition(), [says("Hm")])
        waiting = await run(RunRequest(input="Cancel it"))
        assert waiting.status == "interrupted"
        assert waiting.question and waiting.question.question == "Which one?"
        waiting = await self.go_on(controllers, waiting, "orders/1")
        assert waiting.question and waiting.question.node == "cancel"
        assert controllers.called == []
        done = await self.go_on(controllers, waiting, True)
        assert done.status == "completed"
        assert controllers.called == [("cancel_order", {"name": "orders/1"})]
        assert done.run_id == waiting.run_id

    @pytest.mark.parametrize("answer", [False, "yes", 1])
    async def test_end_where_the_person_does_not_agree(self, answer: Any) -> None:
        controllers = Controllers()
        waiting = await controllers.run(self.definition(), [says("Hm")])(RunRequest(input="x"))
        waiting = await self.go_on(controllers, waiting, "orders/1")
        assert (await self.go_on(controllers, waiting, answer)).status == "declined"
        assert controllers.called == []

    async def test_go_on_nowhere_else(self) -> None:
        controllers = Controllers()
        waiting = await controllers.run(self.definition(), [says("Hm")])(RunRequest(input="x"))
        assert waiting.state
        waiting.state.node = "think"
        with fails_with("invalid_argument", "No run waits at think"):
            await self.go_on(controllers, waiting, "x")


def test_of_this_agent_are_written_down() -> None:
    # `make sandbox` runs them
    assert all(scenario.expect for scenario in read_scenarios(SCENARIOS))
