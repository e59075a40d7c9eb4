"""What a worker serves, as the API and the tests need to know it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Process:
    """A process of the drawing."""

    process_id: str
    """Its id in the drawing."""
    workflow: type
    workflow_type: str
    """The name that the workflow is defined with: the process id in camelCase."""
    started_by: tuple[str, ...] = ()
    """Names of messages that begin an instance."""
