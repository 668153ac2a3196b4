"""The lines that stand around an article's body: where a page shows its byline, its date and its section."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_ABOVE = 40
MOST_BELOW = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Lines right above the body and right below it, in page order, none of them of the body."""

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def nearest_first(self) -> tuple[str, ...]:
        """The lines above from the body upwards, then those below."""
        return (*self.above[::-1], *self.below)

    def before(self, headline: str | None, most: int = 3) -> tuple[str, ...]:
        """Up to `most` lines right above the headline's first place, the nearest first; () where it is not there."""
        if headline is None or headline not in self.above:
            return ()
        place = self.above.index(headline)
        return self.above[max(0, place - most) : place][::-1]


def around(texts: Sequence[str], kept: Sequence[bool]) -> Around:
    """What stands around the kept lines; where none is kept, the first lines count as above."""
    places = [i for i, keep in enumerate(kept) if keep]
    if not places:
        return Around(above=tuple(texts[:MOST_ABOVE]))
    first, last = places[0], places[-1]
    return Around(
        above=tuple(texts[max(0, first - MOST_ABOVE) : first]), below=tuple(texts[last + 1 : last + 1 + MOST_BELOW])
    )
