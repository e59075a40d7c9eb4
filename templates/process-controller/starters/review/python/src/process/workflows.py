"""The process as it is drawn: one line an element, in the order of the drawing."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from bpmn import Instance, Variables, begin, end, job, pass_by, run_to_end, user_task
    from process.activities import fulfil_request
    from process.elements import END_DONE, START_REQUESTED, TASK_FULFIL, TASK_REVIEW


@workflow.defn(name="process1")
class Process1:
    """Something is requested, looked at by a person, and done."""

    @workflow.init
    def __init__(self, variables: Variables | None = None) -> None:
        self.instance = begin("Process_1", variables)

    @workflow.run
    async def run(self, variables: Variables | None = None) -> Variables:
        """Answers the variables at the end."""
        return await run_to_end(self.instance, lambda: review(self.instance))


async def review(instance: Instance) -> None:
    """The one way from the request to its end."""
    pass_by(instance, START_REQUESTED)
    await user_task(instance, TASK_REVIEW)
    await job(instance, TASK_FULFIL, fulfil_request)
    end(instance, END_DONE)
