"""Where the files are that say what this agent is."""

from pathlib import Path

ROOT = Path(__file__).parents[2]

DEFINITION = ROOT / "agent.yaml"
SCHEMA = ROOT / "agent.schema.json"
STUBS = ROOT / "gen" / "tools.json"
SCENARIOS = ROOT / "sandbox" / "scenarios"
PASSED = ROOT / "sandbox" / "passed.json"
