"""The configuration of the worker, which comes from the environment alone."""

from service.config import TemporalConfig
from service.environment import Text


class WorkerConfig(TemporalConfig):
    """The whole of it, with what the API has as well."""

    health_port: int | None = None
    """Where it tells its health; nowhere without it."""
    metrics_address: Text | None = None
    """Host and port where Prometheus fetches what it measures."""
