"""What validators of Updates say; what is refused leaves nothing in the history."""

import json
from collections.abc import Mapping
from typing import Literal

from temporalio.exceptions import ApplicationError

Kind = Literal["NotOpen", "Assigned", "Invalid"]


def refusal(message: str, kind: Kind = "NotOpen") -> ApplicationError:
    """An error that says why; its type is what the API makes a code of."""
    return ApplicationError(message, type=kind, non_retryable=True)


def must_be_open(open_ones: Mapping[str, object], what: str, key: str) -> None:
    """Refuses a key that is not open, and says which are."""
    if key in open_ones:
        return
    keys = ", ".join([*open_ones][:20]) or "none"
    raise refusal(
        f"There is no open {what} {json.dumps(key)}: it is unknown or already done. Open: {keys}"
    )
