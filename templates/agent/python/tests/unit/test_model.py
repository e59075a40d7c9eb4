"""The language model."""

import subprocess
import sys

import pytest

from agent.definition.model import Model
from agent.environment import ConfigError
from agent.model import create_model
from agent.paths import ROOT


@pytest.mark.parametrize("configured", ["", "nobody:else"])
def test_says_which_variable_is_wrong(configured: str) -> None:
    with pytest.raises(ConfigError, match=r"^MODEL: "):
        create_model(Model(provider="nobody", name="x"), configured)


def test_of_langgraph_has_the_nodes_of_this_agent() -> None:
    script = """
from agent import studio
from agent.sandbox.scripted_model import scripted
studio.create_model = lambda declared, configured: scripted([])
print(*studio.make_graph().nodes)
"""
    result = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "__start__" in result.stdout
