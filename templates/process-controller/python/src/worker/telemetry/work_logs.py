"""What workflows and jobs log, a JSON object a line, as the API has it."""

import logging
from typing import Any

from structlog.typing import FilteringBoundLogger
from temporalio import activity, workflow

from connection.traceparent import context_of, trace_id_of
from worker.telemetry.tenant_of import tenant_of

# what every record has; all else was given by whoever logs
_USUAL = {*vars(logging.makeLogRecord({})), "message", "activity_info", "workflow_info"}


def forward_work_logs(logger: FilteringBoundLogger) -> None:
    """Says with each line whose instance it is of, and in which trace."""
    # what writes lines is no part of a workflow
    workflow.logger.disable_sandbox = True
    workflow.logger.workflow_info_on_message = False
    workflow.logger.workflow_info_on_extra = False
    workflow.logger.full_workflow_info_on_extra = True
    activity.logger.activity_info_on_message = False
    activity.logger.activity_info_on_extra = False
    activity.logger.full_activity_info_on_extra = True

    class Forward(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            error = record.exc_info[1] if record.exc_info else None
            entry = {**_origin_of(record), **_given_with(record)}
            if error:
                entry["err"] = error
            logger.log(record.levelno, record.getMessage(), **entry)

    for library in (workflow.logger.base_logger, activity.logger.base_logger):
        library.handlers = [Forward()]
        library.propagate = False
        # what is too little is left out by the logger that it goes to
        library.setLevel(logging.DEBUG)


def _origin_of(record: logging.LogRecord) -> dict[str, Any]:
    origin: dict[str, Any] = {}
    if isinstance(info := getattr(record, "workflow_info", None), workflow.Info):
        origin = {
            "workflowId": info.workflow_id,
            "trace_id": trace_id_of(context_of(info.headers)),
        }
    elif isinstance(info := getattr(record, "activity_info", None), activity.Info):
        origin = {
            "workflowId": info.workflow_id,
            "activityId": info.activity_id,
            "attempt": info.attempt,
        }
    if origin:
        origin["tenant_id"] = tenant_of(origin["workflowId"] or "")
    return {name: value for name, value in origin.items() if value is not None}


def _given_with(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name not in _USUAL}
