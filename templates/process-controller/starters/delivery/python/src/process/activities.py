"""The jobs of the drawing: business logic goes here. This file is yours.

Each job is given the variables of the instance, and answers those that it changes. What calls
others, and may fail, belongs here: workflows are replayed, jobs are not.
"""

from typing import TypedDict

from temporalio import activity


class CollectPayment(TypedDict, total=False):
    """What `collect-payment` is given."""

    orderId: str


class PaymentCollected(TypedDict):
    """What `collect-payment` answers."""

    paid: bool


@activity.defn(name="collect-payment")
async def collect_payment(given: CollectPayment) -> PaymentCollected:
    """Takes the money for an order; until it is filled in, it says that this is done."""
    activity.logger.info("collecting a payment", extra={"order_id": given.get("orderId")})
    return {"paid": True}


class ThankCustomer(TypedDict, total=False):
    """What `thank-customer` is given; who has signed is what the message said."""

    orderId: str
    paid: bool
    signedBy: str


class CustomerThanked(TypedDict):
    """What `thank-customer` answers: nothing that the process needs."""


@activity.defn(name="thank-customer")
async def thank_customer(given: ThankCustomer) -> CustomerThanked:
    """Writes to the customer; until it is filled in, it does nothing."""
    activity.logger.info("thanking a customer", extra={"order_id": given.get("orderId")})
    return {}
