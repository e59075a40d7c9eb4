"""Connects as the environment says."""

from typing import Protocol

from temporalio.client import Client, Interceptor
from temporalio.runtime import Runtime

from connection.data_converter import DATA_CONVERTER


class Address(Protocol):
    """Where Temporal is."""

    @property
    def temporal_address(self) -> str: ...
    @property
    def temporal_namespace(self) -> str: ...
    @property
    def temporal_tls(self) -> bool: ...
    @property
    def temporal_api_key(self) -> str | None: ...


async def connect(
    address: Address,
    *,
    lazy: bool = False,
    interceptors: tuple[Interceptor, ...] = (),
    runtime: Runtime | None = None,
) -> Client:
    """Makes a client.

    A lazy one connects with its first request, so that a process starts without Temporal; a
    worker cannot have one.
    """
    return await Client.connect(
        address.temporal_address,
        namespace=address.temporal_namespace,
        api_key=address.temporal_api_key,
        tls=address.temporal_tls or address.temporal_api_key is not None,
        data_converter=DATA_CONVERTER,
        interceptors=interceptors,
        runtime=runtime,
        lazy=lazy,
    )
