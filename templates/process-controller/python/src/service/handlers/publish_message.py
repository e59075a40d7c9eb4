"""Hands messages over."""

import asyncio
from time import monotonic
from typing import Any

from connectrpc.code import Code
from connectrpc.errors import ConnectError

from gen.ameide.process.v1 import process_service_pb as rpc
from service.instances.names import name_of
from service.instances.request import digest_of, request_id_of
from service.instances.takers import PublishedMessage, hand_over, start_by_message
from service.instances.variables import variables_of
from service.temporal.temporal import Temporal

_USUAL_SECONDS = 5.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.05, 0.5


class PublishMessage:
    """A message is kept by nobody: whoever takes it has to wait for it, or to come soon."""

    temporal: Temporal

    async def publish_message(
        self, request: rpc.PublishMessageRequest, _ctx: Any
    ) -> rpc.PublishMessageResponse:
        """Looks for who takes it, as long as the caller has patience."""
        request_id = request_id_of(request)
        message = PublishedMessage(
            name=request.message_name,
            correlation_key=request.correlation_key,
            variables=variables_of(request.variables),
            message_id=request.message_id or request_id,
            request_id=request_id,
            digest=digest_of(request),
        )
        patience = request.patience
        last = monotonic() + (
            patience.to_timedelta().total_seconds() if patience else _USUAL_SECONDS
        )
        pause = _FIRST_PAUSE
        while True:
            takers = await hand_over(self.temporal, message)
            begun = await start_by_message(self.temporal, message, takers)
            if takers or begun:
                names = map(name_of, [*takers.values(), *begun])
                return rpc.PublishMessageResponse(instances=[*names])
            if monotonic() + pause > last:
                raise ConnectError(
                    Code.FAILED_PRECONDITION, "nobody waits for a message of this name and key"
                )
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
