"""Events of a text: none are read yet."""

from onrecord.model import Analysis, Claim, Event, Gap, Mention, Place, Time


def find(
    analysis: Analysis,
    claims: tuple[Claim, ...],
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
) -> tuple[tuple[Event, ...], tuple[Gap, ...]]:
    """No events and no gaps."""
    del analysis, claims, mentions, times, places
    return (), ()
