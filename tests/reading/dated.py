"""A text's times in words, for tests."""

from onrecord.language.analysis import analyse
from onrecord.model import Gap, Time
from onrecord.reading import times

PUBLISHED = "2011-03-16"  # a Wednesday


def find(text: str, published: str | None = PUBLISHED) -> tuple[tuple[Time, ...], tuple[Gap, ...]]:
    """The times and gaps of a text."""
    return times.find(analyse(text, headline=None), published)


def told(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """Each time's words and value, in text order."""
    return [(text[slice(*time.span)], time.value) for time in find(text, published)[0]]


def one(text: str, published: str | None = PUBLISHED) -> Time:
    """The only time of a text."""
    (time,) = find(text, published)[0]
    return time
