"""Requests that are answered before they were read."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


def drained(app: ASGIApp) -> ASGIApp:
    """Reads what is left of a request before its answer ends.

    Hypercorn closes the whole connection, with all that others wait for on it, where
    data come for a request that is answered already, as one that nobody signed:
    https://github.com/pgjones/hypercorn/issues/329
    """

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        is_read = False
        has_trailers = False

        async def receive_more() -> Message:
            nonlocal is_read
            message = await receive()
            is_read = not (message["type"] == "http.request" and message.get("more_body", False))
            return message

        async def drain() -> None:
            while not is_read:
                await receive_more()

        async def send_more(message: Message) -> None:
            nonlocal has_trailers
            if message["type"] == "http.response.start":
                has_trailers = message.get("trailers", False)
            last = "http.response.trailers" if has_trailers else "http.response.body"
            if message["type"] == last and not message.get("more_body", False):
                await drain()
            await send(message)

        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        try:
            await app(scope, receive_more, send_more)
        except Exception:
            await drain()
            raise

    return serve
