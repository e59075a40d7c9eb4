"""The sandbox."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from agent.paths import ROOT
from agent.sandbox.digest import digest_of
from agent.sandbox.passed import Passed, has_passed
from agent.sandbox.run import SandboxError, run_sandbox
from agent.sandbox.scenario import Scenario
from tests.support.agents import CONTENT, define, stubs_of


def scenario(**changes: Any) -> Scenario:
    return Scenario.model_validate(
        {
            "name": "cancels",
            "input": "Cancel orders/1",
            "turns": [{"calls": [{"tool": "cancel_order"}]}, {"says": "Done."}],
            "expect": {"trajectory": ["cancel_order"]},
            **changes,
        }
    )


async def test_passes_where_every_scenario_goes_as_expected() -> None:
    definition = define()
    found = await run_sandbox(definition, stubs_of(definition), [scenario()])
    assert found == {"cancels": ["cancel_order"]}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"expect": {"trajectory": []}}, "cancels: trajectory is"),
        ({"expect": {"trajectory": ["cancel_order"], "status": "interrupted"}}, "status is"),
        ({"expect": {"trajectory": ["cancel_order"], "proposals": ["x"]}}, "proposals is"),
        ({"turns": [{"calls": [{"tool": "cancel_order"}]}] * 40}, "would call more than"),
    ],
)
async def test_fails_where_one_goes_another_way(changes: dict[str, Any], told: str) -> None:
    definition = define(limits={"steps": 200})
    with pytest.raises(SandboxError, match=told):
        await run_sandbox(definition, stubs_of(definition), [scenario(**changes)])


async def test_fails_where_nothing_is_tried() -> None:
    definition = define()
    with pytest.raises(SandboxError, match="no scenarios"):
        await run_sandbox(definition, stubs_of(definition), [])
    reading = scenario(
        turns=[{"calls": [{"tool": "list_orders"}]}, {"says": "x"}],
        expect={"trajectory": ["list_orders"]},
    )
    with pytest.raises(SandboxError, match="No scenario calls cancel_order"):
        await run_sandbox(definition, stubs_of(definition), [reading])


async def test_goes_on_with_what_a_person_answers() -> None:
    definition = define(interrupts=["think"])
    found = await run_sandbox(definition, stubs_of(definition), [scenario(answers=[True])])
    assert found == {"cancels": ["cancel_order"]}
    with pytest.raises(SandboxError, match="waits for nobody"):
        await run_sandbox(definition, stubs_of(definition), [scenario(answers=[True, True])])


async def test_proposes_what_is_only_proposed() -> None:
    definition = define(tools=[{**CONTENT["tools"][1], "risk": "propose"}])
    proposing = scenario(expect={"trajectory": [], "proposals": ["cancel_order"]})
    assert await run_sandbox(definition, stubs_of(definition), [proposing]) == {"cancels": []}


@pytest.fixture
def version(tmp_path: Path) -> Path:
    """What decides about this agent, in a folder of its own."""
    for name in ("agent.yaml", "agent.schema.json"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("requirements", "src", "gen"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "sandbox" / "scenarios").mkdir(parents=True)
    return tmp_path


def add_scenario(version: Path) -> None:
    (version / "sandbox" / "scenarios" / "more.yaml").write_text("")


def record(version: Path) -> Path:
    path = version / "passed.json"
    passed = Passed(digest=digest_of(version), time="", trajectories={})
    path.write_text(passed.model_dump_json())
    return path


def append(path: Path) -> None:
    path.write_text(path.read_text() + "\n")


def add_module(version: Path) -> None:
    (version / "src" / "agent" / "more.py").write_text("")


def test_is_passed_by_this_very_version(version: Path) -> None:
    assert has_passed(record(version), version)


@pytest.mark.parametrize(
    "change",
    [
        lambda version: append(version / "agent.yaml"),
        lambda version: append(version / "gen" / "tools.json"),
        lambda version: append(version / "requirements" / "openai.txt"),
        lambda version: append(version / "src" / "agent" / "main.py"),
        add_module,
        add_scenario,
    ],
)
def test_is_not_passed_by_another_one(version: Path, change: Callable[[Path], None]) -> None:
    path = record(version)
    change(version)
    assert not has_passed(path, version)


@pytest.mark.parametrize("content", [None, "", "{}", '{"digest": 1}'])
def test_is_not_passed_without_a_record(version: Path, content: str | None) -> None:
    path = version / "passed.json"
    if content is not None:
        path.write_text(content)
    assert not has_passed(path, version)


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        ("import socket; socket.create_connection(('127.0.0.1', 1))", "socket"),
        ("import socket; socket.socket().connect(('127.0.0.1', 1))", "socket.connect"),
        ("import httpx; httpx.get('http://127.0.0.1:1')", "socket"),
        ("import subprocess; subprocess.run(['true'])", "subprocess.Popen"),
        ("import os; os.system('true')", "os.system"),
    ],
)
def test_lets_nothing_out(code: str, refused: str) -> None:
    script = f"from agent.sandbox.network import refuse_network; refuse_network(); {code}"
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert f"The sandbox refuses {refused}" in result.stderr
