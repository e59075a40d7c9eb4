"""The jobs, without a workflow around them. This file is yours."""

from temporalio.testing import ActivityEnvironment

from process.activities import CollectPayment, ThankCustomer, collect_payment, thank_customer


async def test_collects_a_payment() -> None:
    given = CollectPayment(orderId="o-1")
    assert await ActivityEnvironment().run(collect_payment, given) == {"paid": True}


async def test_thanks_a_customer() -> None:
    given = ThankCustomer(orderId="o-1", paid=True, signedBy="Ada")
    assert await ActivityEnvironment().run(thank_customer, given) == {}
