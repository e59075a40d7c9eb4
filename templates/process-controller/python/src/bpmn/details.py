"""Says in Temporal's own page where the tokens are; that takes no event of the history."""

from temporalio import workflow

from bpmn.instance import Instance

# more lines than these nobody reads
_LIMIT = 20


async def tell_details(instance: Instance) -> None:
    """Tells of tokens as they move, until it is cancelled."""
    told = ""

    def has_moved() -> bool:
        return _details_of(instance) != told

    while True:
        await workflow.wait_condition(has_moved)
        told = _details_of(instance)
        workflow.set_current_details(told)


def _details_of(instance: Instance) -> str:
    # a dict, as a set has no order that a replay repeats
    lines: dict[str, None] = {}
    for token in instance.tokens:
        place = f"`{token['elementId']}`"
        lines[f"- {token['name']} ({place})" if "name" in token else f"- {place}"] = None
    for incident in instance.incidents.values():
        lines[f"- incident of `{incident.state['elementId']}`: {incident.state['message']}"] = None
    more = [f"- and {len(lines) - _LIMIT} more"] if len(lines) > _LIMIT else []
    return "\n".join([*lines][:_LIMIT] + more)
