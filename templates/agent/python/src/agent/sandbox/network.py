"""No egress: once refused, for the rest of the process."""

import sys

# what opens a connection, asks for an address or starts something that could
_REFUSED = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "socket.sendmsg",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "os.posix_spawn",
)


class EgressError(RuntimeError):
    """Something wanted to leave the sandbox."""


def refuse_network() -> None:
    """From now on nothing leaves the process; no code can take that back."""

    def refuse(event: str, _arguments: object) -> None:
        if event in _REFUSED:
            raise EgressError(f"The sandbox refuses {event}")

    sys.addaudithook(refuse)
