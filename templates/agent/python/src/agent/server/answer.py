"""Errors, as callers see them."""

from starlette.responses import JSONResponse, Response

from agent.errors import ApiError


def problem(error: ApiError) -> Response:
    """An error as JSON, in the form that Connect has for it."""
    return JSONResponse({"code": error.code, "message": error.message}, error.status)
