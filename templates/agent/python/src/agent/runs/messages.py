"""What is sent to run the agent, and what it answers."""

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Values = dict[str, Any]


class _Message(BaseModel):
    model_config = ConfigDict(extra="forbid")


class SavedState(_Message):
    """The state of a run that waits for a person; whoever has started the run keeps it."""

    run_id: Annotated[str, Field(pattern=r"^[0-9a-f-]{36}$")]
    node: str
    messages: list[dict[str, Any]]
    values: Values
    proposals: list[dict[str, Any]]
    calls: Annotated[int, Field(ge=0)]


class Resume(_Message):
    """The answer of the person that a run has waited for."""

    state: SavedState
    answer: str | bool | int | float | list[Any] | Values


class RunRequest(_Message):
    """Starts a run, or goes on with one."""

    input: Annotated[str, Field(min_length=1, max_length=100_000)] | None = None
    """What somebody says to the agent."""
    values: Values = {}
    """What conditions and arguments find as `input`, besides its `text`."""
    resume: Resume | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.input is None) == (self.resume is None):
            raise ValueError('send "input" or "resume"')
        return self


class Question(_Message):
    """What a run waits for."""

    node: str
    question: str


class RunAnswer(_Message):
    """How a run ended."""

    run_id: str
    status: Literal["completed", "interrupted", "declined"]
    answer: str
    values: Values
    proposals: list[dict[str, Any]]
    question: Question | None = None
    state: SavedState | None = None
    """To be sent back with the answer to the question."""
