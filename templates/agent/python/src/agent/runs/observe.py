"""The span, the line in the log and the numbers of a run; never what is said in it."""

from time import perf_counter

from opentelemetry.trace import SpanKind, StatusCode, Tracer
from structlog.typing import FilteringBoundLogger

from agent.caller import current_caller
from agent.errors import ApiError
from agent.runs.messages import RunAnswer, RunRequest
from agent.runs.runner import Run
from agent.telemetry.measures import Measures


def observed(run: Run, tracer: Tracer, logger: FilteringBoundLogger, measures: Measures) -> Run:
    """Tells of each run how it ended; errors that nobody foresaw are told as `internal`."""

    async def observe(request: RunRequest) -> RunAnswer:
        start = perf_counter()
        measures.started()
        code, steps = "internal", {}
        with tracer.start_as_current_span("run", kind=SpanKind.SERVER) as span:
            span.set_attribute("ameide.tenant_id", current_caller().tenant_id)
            try:
                answer = await run(request)
                code = answer.status
                steps = {"run_id": answer.run_id, "proposals": len(answer.proposals)}
                return answer
            except ApiError as error:
                code = error.code
                span.set_status(StatusCode.ERROR, code)
                if error.__cause__:
                    logger.error("run failed", err=error.__cause__)
                raise
            except Exception as error:
                logger.error("run failed", err=error)
                raise ApiError(500, "internal", "internal error") from None
            finally:
                seconds = perf_counter() - start
                measures.ended(seconds, code)
                logger.info("run", code=code, ms=round(seconds * 1000), **steps)

    return observe
