"""Runs scenarios with fake tools and a scripted model, within the limits of the definition."""

from collections.abc import Iterable
from typing import Any

from agent.caller import Caller, set_caller
from agent.definition.model import Definition
from agent.errors import ApiError
from agent.runs.messages import Resume, RunRequest
from agent.runs.runner import create_run
from agent.sandbox.scenario import Scenario
from agent.sandbox.scripted_model import scripted
from agent.tools.stub import Stub
from agent.tools.toolbox import Toolbox


class SandboxError(Exception):
    """A scenario went another way than expected."""


async def run_sandbox(
    definition: Definition, stubs: tuple[Stub, ...], scenarios: Iterable[Scenario]
) -> dict[str, list[str]]:
    """Runs all scenarios; tells which tools each called, or raises SandboxError."""
    trajectories: dict[str, list[str]] = {}
    for scenario in scenarios:
        trajectories[scenario.name] = await _run_one(definition, stubs, scenario)
    if not trajectories:
        raise SandboxError("There are no scenarios in sandbox/scenarios")
    called = {tool for trajectory in trajectories.values() for tool in trajectory}
    untried = [t.id for t in definition.tools if t.risk == "write" and t.id not in called]
    if untried:
        raise SandboxError(f"No scenario calls {', '.join(untried)}")
    return trajectories


async def _run_one(
    definition: Definition, stubs: tuple[Stub, ...], scenario: Scenario
) -> list[str]:
    trajectory: list[str] = []

    async def answer(stub: Stub, _arguments: dict[str, Any], _request_id: str) -> Any:
        trajectory.append(stub.tool.id)
        return scenario.tools.get(stub.tool.id, {})

    # somebody who may do all of it: what is looked at is what the agent does
    scopes = frozenset(scope for tool in definition.tools for scope in tool.scopes)
    set_caller(Caller("sandbox", "sandbox", None, scopes, ""))
    toolbox = Toolbox(definition, stubs, answer, is_proven=True, tell=lambda _tool, _outcome: None)
    run = create_run(definition, scripted(scenario.turns), toolbox)
    try:
        result = await run(RunRequest(input=scenario.input, values=scenario.values))
        for answer_of_person in scenario.answers:
            if result.state is None:
                raise SandboxError(f"{scenario.name}: the run waits for nobody")
            resume = Resume(state=result.state, answer=answer_of_person)
            result = await run(RunRequest(resume=resume))
    except ApiError as error:
        raise SandboxError(f"{scenario.name}: {error.message}") from error
    expected = scenario.expect
    found = {
        "status": result.status,
        "trajectory": tuple(trajectory),
        "proposals": tuple(proposal["tool"] for proposal in result.proposals),
    }
    for what, value in found.items():
        if value != getattr(expected, what):
            raise SandboxError(
                f"{scenario.name}: {what} is {value}, expected {getattr(expected, what)}"
            )
    return trajectory
