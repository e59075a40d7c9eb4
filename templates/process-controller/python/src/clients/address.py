"""Where a service is to be looked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Address:
    """A service that jobs call."""

    ref: str
    """Who it is in the catalog."""
    variable: str
    """The variable of the environment that has its address."""
