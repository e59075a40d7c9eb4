"""What every request goes through, from the outside in."""

from collections.abc import Sequence

from connectrpc.interceptor import Interceptor
from structlog.typing import FilteringBoundLogger

from service.interceptors.authenticate import Authenticate
from service.interceptors.log_requests import LogRequests
from service.interceptors.map_errors import MapErrors
from service.interceptors.trace_requests import TraceRequests
from service.interceptors.validate import Validate
from service.interceptors.verifier import Verify
from service.telemetry.telemetry import Telemetry


def create_interceptors(
    verify: Verify, logger: FilteringBoundLogger, telemetry: Telemetry
) -> Sequence[Interceptor]:
    """What comes first sees everything that the others do.

    All but the last hold for methods that stream, too, and run before the request is read.
    """
    return [
        TraceRequests(telemetry),
        LogRequests(logger),
        MapErrors(logger),
        Authenticate(verify),
        Validate(),
    ]
