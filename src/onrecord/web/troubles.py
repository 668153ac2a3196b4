"""What went wrong, as a plain page with the status that fits."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.pages import answer

UNEXPECTED = "Something went wrong here. The store is as it was; the terminal tells more."


def not_kept(request: Request, error: Exception) -> Response:
    """No such page, no such version, or nothing kept at all."""
    del request
    return _trouble(404, "Not kept", str(error))


def store(request: Request, error: Exception) -> Response:
    """The store cannot be read."""
    del request
    return _trouble(503, "The store cannot be read", str(error))


def refused(request: Request, error: Exception) -> Response:
    """No such address, or a way of asking that is not for readers."""
    del request
    if not isinstance(error, HTTPException):
        raise error
    phrase = HTTPStatus(error.status_code).phrase
    told = error.detail if error.detail != phrase else "There is nothing at this address."
    return _trouble(error.status_code, phrase.capitalize(), told)


def unexpected(request: Request, error: Exception) -> Response:
    """A fault of ours; no detail of it is shown."""
    del request, error
    return _trouble(500, "A fault", UNEXPECTED)


def _trouble(status: int, title: str, told: str) -> Response:
    return answer("trouble.html", status=status, code=status, title=title, told=told, query="")
