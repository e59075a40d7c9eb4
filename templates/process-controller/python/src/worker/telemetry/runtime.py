"""What Temporal's core logs and measures."""

import logging

from temporalio.runtime import (
    LogForwardingConfig,
    LoggingConfig,
    PrometheusConfig,
    Runtime,
    TelemetryConfig,
    TelemetryFilter,
)


def create_runtime(metrics_address: str | None) -> Runtime:
    """Lets the core log as all libraries do, from warnings on.

    The address is host and port for Prometheus; without it nothing is told.
    """
    warnings = TelemetryFilter(core_level="WARN", other_level="WARN")
    forwarding = LogForwardingConfig(logger=logging.getLogger("temporalio.core"))
    return Runtime(
        telemetry=TelemetryConfig(
            logging=LoggingConfig(filter=warnings, forwarding=forwarding),
            metrics=PrometheusConfig(bind_address=metrics_address) if metrics_address else None,
        )
    )
