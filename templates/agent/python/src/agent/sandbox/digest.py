"""Which version of the agent a sandbox run is of."""

import hashlib
from collections.abc import Iterator
from pathlib import Path


def digest_of(root: Path) -> str:
    """Of everything that decides what the agent does: definition, stubs, code, packages, scenarios."""
    digest = hashlib.sha256()
    for file in sorted(_files(root)):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return f"sha256:{digest.hexdigest()}"


def _files(root: Path) -> Iterator[Path]:
    for name in ("agent.yaml", "agent.schema.json", "gen/tools.json"):
        yield root / name
    yield from (root / "requirements").glob("*.txt")
    yield from (root / "src").rglob("*.py")
    yield from (root / "sandbox" / "scenarios").glob("*.yaml")
