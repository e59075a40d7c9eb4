"""Definitions, and what is wrong with them."""

from pathlib import Path
from typing import Any

import pytest

from agent.definition.load import DefinitionError, load_definition
from agent.definition.yaml12 import read_yaml
from agent.paths import DEFINITION, SCHEMA
from tests.support.agents import CONTENT, define


def test_of_this_agent_is_right() -> None:
    assert load_definition(DEFINITION, SCHEMA).nodes


def test_grants_a_node_what_it_names_else_everything() -> None:
    nodes = [
        {"id": "think", "type": "model", "tools": ["list_orders"]},
        {"id": "act", "type": "model"},
        {"id": "quiet", "type": "model", "tools": []},
        {"id": "cancel", "type": "tool", "tool": "cancel_order"},
    ]
    definition = define(nodes=nodes)
    assert [sorted(definition.granted(node)) for node in definition.nodes] == [
        ["list_orders"],
        ["cancel_order", "list_orders"],
        [],
        ["cancel_order"],
    ]


def test_takes_what_says_nothing_of_its_risk_for_risky() -> None:
    tool = {name: value for name, value in CONTENT["tools"][0].items() if name != "risk"}
    assert define(tools=[tool]).tools[0].risk == "propose"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"nodes": [{"id": "think", "type": "code"}]}, r"nodes\.0\.type: 'code'"),
        ({"entry": "start"}, "entry: there is no node start"),
        ({"limits": {"steps": 0}}, r"limits\.steps"),
        ({"surprise": 1}, "definition: .*surprise"),
        ({"nodes": [{"id": "think", "type": "tool"}]}, "node think: it does not say which tool"),
        (
            {"nodes": [{"id": "think", "type": "model", "tools": ["pay"]}]},
            "node think: there is no tool pay",
        ),
        (
            {"edges": [{"id": "e1", "from": "think", "to": "nowhere"}]},
            "edge e1: there is no node nowhere",
        ),
        (
            {"edges": [{"id": "e1", "from": "think", "to": "END", "when": "score > 1"}]},
            "edge e1: FEEL is not read here",
        ),
        (
            {
                "edges": [
                    {
                        "id": "e1",
                        "from": "think",
                        "to": "END",
                        "conditions": [{"path": "__import__('os')", "operator": "exists"}],
                    }
                ]
            },
            r"edges\.0\.conditions\.0\.path",
        ),
        (
            {"nodes": [{"id": "think", "type": "model"}, {"id": "think", "type": "set"}]},
            "think: the id is there 2 times",
        ),
        ({"nodes": [{"id": "a/b", "type": "model"}]}, "node a/b: no node can be called so"),
        ({"interrupts": ["nobody"]}, "interrupts: there is no node nobody"),
        ({"tools": [{"id": "crm", "target": "api:demo/crm"}], "nodes": []}, r"nodes: "),
        ({"tools": [{"id": "crm", "target": "api:demo/crm"}]}, r"tools\.0\.service"),
    ],
)
def test_are_refused_with_the_place(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(DefinitionError, match=told):
        define(**changes)


def test_that_are_no_yaml_are_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "agent.yaml"
    path.write_text("name: [")
    with pytest.raises(DefinitionError, match="line 1"):
        load_definition(path, SCHEMA)


def test_are_read_as_the_factory_writes_them() -> None:
    text = "{a: yes, b: 010, c: 1e3, d: true, e: , f: 12:30, g: 2026-11-26, h: .5, i: '1'}"
    assert read_yaml(text) == {
        "a": "yes",
        "b": 10,
        "c": 1000.0,
        "d": True,
        "e": None,
        "f": "12:30",
        "g": "2026-11-26",
        "h": 0.5,
        "i": "1",
    }


def test_make_no_objects(tmp_path: Path) -> None:
    path = tmp_path / "agent.yaml"
    path.write_text("name: !!python/object/apply:os.getcwd []")
    with pytest.raises(DefinitionError, match="python/object"):
        load_definition(path, SCHEMA)
