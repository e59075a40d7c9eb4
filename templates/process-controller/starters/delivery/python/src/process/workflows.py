"""The process as it is drawn: one line an element, in the order of the drawing."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from bpmn import (
        Instance,
        Variables,
        begin,
        catch_message,
        end,
        in_parallel,
        job,
        pass_by,
        run_to_end,
    )
    from process import elements as drawn
    from process.activities import collect_payment, thank_customer


@workflow.defn(name="delivery")
class Delivery:
    """What was ordered is paid while it is on its way; when both is done the customer is thanked."""

    @workflow.init
    def __init__(self, variables: Variables | None = None) -> None:
        self.instance = begin("delivery", variables)

    @workflow.run
    async def run(self, variables: Variables | None = None) -> Variables:
        """Answers the variables at the end."""
        return await run_to_end(self.instance, lambda: delivery(self.instance))


async def delivery(instance: Instance) -> None:
    """From the order to the thanks for it."""
    pass_by(instance, drawn.START_ORDERED)
    await in_parallel(
        instance,
        drawn.GATEWAY_FORK,
        drawn.GATEWAY_JOIN,
        lambda: job(instance, drawn.TASK_COLLECT, collect_payment),
        lambda: goods_delivered(instance),
    )
    await job(instance, drawn.TASK_THANK, thank_customer)
    end(instance, drawn.END_DONE)


async def goods_delivered(instance: Instance) -> None:
    """Waits for the message of whoever delivers the order."""
    await catch_message(
        instance, drawn.CATCH_DELIVERED, "goods-delivered", lambda: instance.variables["orderId"]
    )
