"""Times of a text: none are read yet."""

from onrecord.model import Analysis, Gap, Time


def find(analysis: Analysis, published: str | None) -> tuple[tuple[Time, ...], tuple[Gap, ...]]:
    """No times and no gaps."""
    del analysis, published
    return (), ()
