"""In whose words a place of the text stands: inside which claims, quoted or told."""

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.model import Claim, Span

DEPTH = 12  # claims around one place that are looked at


class Holders:
    """The claims around any position of a text; for pronouns in them."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.parts = sorted((span, claim.id) for claim in claims for span in claim.content)
        self.starts = [span[0] for span, _ in self.parts]
        self.by_id = {claim.id: claim for claim in claims}
        self.of_source = {claim.source[0]: claim for claim in reversed(claims) if claim.source}

    def around(self, position: int) -> list[Claim]:
        """The claims whose content holds the position, the innermost first."""
        at = bisect_right(self.starts, position)
        near = self.parts[max(0, at - DEPTH) : at]
        held = [(span[1] - span[0], name) for span, name in near if span[0] <= position < span[1]]
        return [self.by_id[name] for _, name in sorted(held)]

    def speaker(self, position: int) -> Span | None:
        """The source of the innermost quotation around the position."""
        for claim in self.around(position):
            if claim.manner != "indirect":
                return self._source(claim)
        return None

    def quoted(self, position: int) -> bool:
        """Whether the position stands in a quotation."""
        return any(claim.manner == "direct" for claim in self.around(position))

    def above(self, position: int) -> Span | None:
        """The source of the innermost claim that tells the position in other words than the speaker's."""
        for claim in self.around(position):
            if claim.manner == "direct":
                return None
            source = self._source(claim)
            if source is not None:
                return source
        return None

    def _source(self, claim: Claim) -> Span | None:
        """The claim's source, else that of the claim around it."""
        for _ in range(DEPTH):
            if claim.source:
                return claim.source[0]
            above = self.by_id.get(claim.parent or "")
            if above is None:
                return None
            claim = above
        return None
