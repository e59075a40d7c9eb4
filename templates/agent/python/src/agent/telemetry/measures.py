"""What is measured of runs and tools."""

from opentelemetry.metrics import Meter

from agent.tools.toolbox import Outcome

# in seconds; a model takes its time
_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300]


class Measures:
    """Counters of the process; names without a unit, which dashboards know."""

    def __init__(self, meter: Meter) -> None:
        self._in_flight = meter.create_up_down_counter(
            "agent_runs_in_flight", description="Runs that have not ended"
        )
        self._duration = meter.create_histogram(
            "agent_run_duration",
            description="Duration of runs, in seconds",
            explicit_bucket_boundaries_advisory=_BUCKETS,
        )
        self._calls = meter.create_counter(
            "agent_tool_calls", description="Calls of tools, by how they ended"
        )
        # there from the start, so that what scales by it finds a number
        self._in_flight.add(0)

    def started(self) -> None:
        """A run has begun."""
        self._in_flight.add(1)

    def ended(self, seconds: float, code: str) -> None:
        """A run has ended so."""
        self._in_flight.add(-1)
        self._duration.record(seconds, {"code": code})

    def used(self, tool: str, outcome: Outcome) -> None:
        """A tool was asked for."""
        self._calls.add(1, {"tool": tool, "outcome": outcome})
