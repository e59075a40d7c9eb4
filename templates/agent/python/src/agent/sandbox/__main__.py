"""`make sandbox`: records a pass of this version, or says which scenario failed."""

import asyncio
import sys
from datetime import UTC, datetime

from agent.definition.load import DefinitionError, load_definition
from agent.paths import DEFINITION, PASSED, ROOT, SCENARIOS, SCHEMA, STUBS
from agent.sandbox.digest import digest_of
from agent.sandbox.network import EgressError, refuse_network
from agent.sandbox.passed import Passed
from agent.sandbox.run import SandboxError, run_sandbox
from agent.sandbox.scenario import read_scenarios
from agent.tools.stub import StubError, read_stubs


async def main() -> None:
    """Runs the scenarios in a process that nothing leaves."""
    PASSED.unlink(missing_ok=True)
    definition = load_definition(DEFINITION, SCHEMA)
    stubs = read_stubs(STUBS, definition)
    scenarios = read_scenarios(SCENARIOS)
    refuse_network()
    trajectories = await run_sandbox(definition, stubs, scenarios)
    time = datetime.now(UTC).isoformat(timespec="seconds")
    passed = Passed(digest=digest_of(ROOT), time=time, trajectories=trajectories)
    PASSED.write_text(passed.model_dump_json(indent=2) + "\n")
    print(f"{len(trajectories)} scenarios passed, {passed.digest}")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except (DefinitionError, StubError, SandboxError, EgressError, ValueError) as error:
        sys.exit(f"The sandbox run failed. {error}")
