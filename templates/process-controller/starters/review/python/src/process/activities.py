"""The jobs of the drawing: business logic goes here. This file is yours.

Each job is given the variables of the instance, and answers those that it changes. What calls
others, and may fail, belongs here: workflows are replayed, jobs are not.
"""

from typing import TypedDict

from temporalio import activity


class FulfilRequest(TypedDict, total=False):
    """What `fulfil-request` is given; what a person has answered may be missing."""

    request: str
    approved: bool


class RequestFulfilled(TypedDict):
    """What `fulfil-request` answers."""

    fulfilled: bool


@activity.defn(name="fulfil-request")
async def fulfil_request(given: FulfilRequest) -> RequestFulfilled:
    """Does what was requested; until it is filled in, it says that this is done."""
    activity.logger.info("fulfilling a request", extra={"approved": given.get("approved")})
    return {"fulfilled": True}
