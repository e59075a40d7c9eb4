"""The jobs, without a workflow around them. This file is yours."""

from temporalio.testing import ActivityEnvironment

from process.activities import FulfilRequest, fulfil_request


async def test_fulfils_a_request() -> None:
    given = FulfilRequest(request="a chair", approved=True)
    assert await ActivityEnvironment().run(fulfil_request, given) == {"fulfilled": True}
