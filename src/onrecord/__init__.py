"""onrecord reads the news and keeps the record."""

from onrecord.version import __version__

__all__ = ["__version__"]
