"""A JSON object a line; every line says whose request it belongs to."""

import logging
import sys
import traceback
from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, TextIO

import structlog
from opentelemetry import trace
from structlog.typing import FilteringBoundLogger

from ..caller import find_caller
from ..controller import CONTROLLER_NAME, CONTROLLER_TYPE

_LEVELS = {
    "trace": logging.NOTSET,
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warn": logging.WARNING,
    "error": logging.ERROR,
}

Entry = MutableMapping[str, Any]


def create_logger(level: str, destination: TextIO = sys.stdout) -> FilteringBoundLogger:
    """Makes a logger that leaves out what is below the level."""
    logger: FilteringBoundLogger = structlog.wrap_logger(
        structlog.WriteLogger(destination),
        processors=[_add_origin, _tell_error, structlog.processors.JSONRenderer(default=str)],
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level]),
        cache_logger_on_first_use=True,
    )
    return logger


def forward_library_logs(logger: FilteringBoundLogger) -> None:
    """Lets what libraries have to say go the same way, from warnings on."""

    class Forward(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            error = record.exc_info[1] if record.exc_info else None
            more = {"err": error} if error else {}
            logger.log(record.levelno, record.getMessage(), logger=record.name, **more)

    logging.basicConfig(level=logging.WARNING, handlers=[Forward()], force=True)


def _add_origin(_logger: object, method: str, entry: Entry) -> Entry:
    entry["msg"] = entry.pop("event")
    entry["level"] = "warn" if method == "warning" else method
    entry["time"] = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    entry["controller_type"] = CONTROLLER_TYPE
    entry["controller_name"] = CONTROLLER_NAME
    span = trace.get_current_span().get_span_context()
    if span.is_valid:
        entry["trace_id"] = trace.format_trace_id(span.trace_id)
        entry["span_id"] = trace.format_span_id(span.span_id)
    if caller := find_caller():
        entry["tenant_id"] = caller.tenant_id
    return entry


def _tell_error(_logger: object, _method: str, entry: Entry) -> Entry:
    error = entry.get("err")
    if isinstance(error, BaseException):
        entry["err"] = _describe(error)
    return entry


def _describe(error: Any) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": type(error).__name__,
        "message": str(error),
        "stack": "".join(traceback.format_tb(error.__traceback__)),
    }
    if sqlstate := getattr(error, "sqlstate", None):
        # PostgreSQL says whole rows in the detail of an error, which psycopg puts into its text
        described |= {"message": error.diag.message_primary, "code": sqlstate}
    return described
