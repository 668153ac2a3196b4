"""Errors of the command line itself, and whether tracebacks are wanted."""

import os
from contextvars import ContextVar

from onrecord.errors import OnrecordError

DEBUG: ContextVar[bool] = ContextVar("debug", default=False)


class WrongUse(OnrecordError):
    """Options that do not go together."""

    exit_code = 2


def debugging() -> bool:
    """Whether --debug or ONRECORD_DEBUG asks for tracebacks."""
    return DEBUG.get() or os.environ.get("ONRECORD_DEBUG", "") not in {"", "0"}
