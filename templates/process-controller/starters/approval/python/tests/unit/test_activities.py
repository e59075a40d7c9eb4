"""The jobs, without a workflow around them. This file is yours."""

from temporalio.testing import ActivityEnvironment

from process.activities import CheckRequest, FulfilRequest, check_request, fulfil_request


async def test_checks_a_request() -> None:
    given = CheckRequest(request="a chair", amount=80)
    assert await ActivityEnvironment().run(check_request, given) == {"amount": 80}


async def test_fulfils_a_request() -> None:
    given = FulfilRequest(request="a chair", amount=80)
    assert await ActivityEnvironment().run(fulfil_request, given) == {"fulfilled": True}
