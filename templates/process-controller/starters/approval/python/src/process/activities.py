"""The jobs of the drawing: business logic goes here. This file is yours.

Each job is given the variables of the instance, and answers those that it changes. What calls
others, and may fail, belongs here: workflows are replayed, jobs are not.
"""

from typing import TypedDict

from temporalio import activity


class CheckRequest(TypedDict, total=False):
    """What `check-request` is given."""

    request: str
    amount: float


class RequestChecked(TypedDict):
    """What `check-request` answers."""

    amount: float


@activity.defn(name="check-request")
async def check_request(given: CheckRequest) -> RequestChecked:
    """Says what a request costs; until it is filled in, that is what it was started with."""
    activity.logger.info("checking a request", extra={"has_request": "request" in given})
    return {"amount": given.get("amount", 0)}


class FulfilRequest(TypedDict, total=False):
    """What `fulfil-request` is given; nobody was asked to approve a small one."""

    request: str
    amount: float
    approved: bool


class RequestFulfilled(TypedDict):
    """What `fulfil-request` answers."""

    fulfilled: bool


@activity.defn(name="fulfil-request")
async def fulfil_request(given: FulfilRequest) -> RequestFulfilled:
    """Does what was requested; until it is filled in, it says that this is done."""
    activity.logger.info("fulfilling a request", extra={"amount": given.get("amount")})
    return {"fulfilled": True}
