"""What a caller is told when something does not work."""


class ApiError(Exception):
    """An error that is meant for the caller, with the status and the code that it gets."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
