"""The log."""

import io
import logging

from service.telemetry.logger import create_logger, forward_library_logs


def test_has_what_libraries_say_as_all_else() -> None:
    written = io.StringIO()
    before = logging.root.handlers
    try:
        forward_library_logs(create_logger("info", written))
        logging.getLogger("some.library").warning("connection lost: %s", "why")
    finally:
        logging.basicConfig(handlers=before, force=True)
    assert '"msg": "connection lost: why"' in written.getvalue()
    assert '"level": "warn"' in written.getvalue()
