"""The record of a sandbox run."""

from pathlib import Path

from pydantic import BaseModel, ValidationError

from agent.sandbox.digest import digest_of


class Passed(BaseModel):
    """A sandbox run in which every scenario went as expected."""

    digest: str
    time: str
    trajectories: dict[str, list[str]]
    """The tools that each scenario called, in order."""


def has_passed(record: Path, root: Path) -> bool:
    """Whether the record is of exactly this version."""
    try:
        passed = Passed.model_validate_json(record.read_text())
    except (OSError, ValidationError):
        return False
    return passed.digest == digest_of(root)
