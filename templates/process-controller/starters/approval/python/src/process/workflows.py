"""The process as it is drawn: one line an element, in the order of the drawing."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from bpmn import (
        Instance,
        Variables,
        before,
        begin,
        decide,
        end,
        job,
        pass_by,
        run_to_end,
        user_task,
    )
    from process import elements as drawn
    from process.activities import check_request, fulfil_request


@workflow.defn(name="approval")
class Approval:
    """A request that costs much is approved by a person within a day; what nobody decides on expires."""

    @workflow.init
    def __init__(self, variables: Variables | None = None) -> None:
        self.instance = begin("approval", variables)

    @workflow.run
    async def run(self, variables: Variables | None = None) -> Variables:
        """Answers the variables at the end."""
        return await run_to_end(self.instance, lambda: approval(self.instance))


async def approval(instance: Instance) -> None:
    """From the request to one of its three ends."""
    variables = instance.variables
    pass_by(instance, drawn.START_REQUESTED)
    await job(instance, drawn.TASK_CHECK, check_request)
    if await decide(instance, drawn.GATEWAY_AMOUNT, lambda: variables["amount"] > 1000):
        approve = user_task(
            instance,
            drawn.TASK_APPROVE,
            candidate_groups=["approvers"],
            answers={"approved": bool},
        )
        if not await before(instance, drawn.DEADLINE_APPROVE, timedelta(hours=24), approve):
            end(instance, drawn.END_EXPIRED)
            return
        if not await decide(
            instance, drawn.GATEWAY_APPROVED, lambda: variables.get("approved") is True
        ):
            end(instance, drawn.END_REFUSED)
            return
    pass_by(instance, drawn.GATEWAY_MERGE)
    await job(instance, drawn.TASK_FULFIL, fulfil_request)
    end(instance, drawn.END_DONE)
