"""Where a paragraph's own words begin, after a dateline: "VALPARAISO, March 3 (Andes Wire) - Dockers …"."""

import re
from bisect import bisect_right

from onrecord.model import Analysis, Span

_PLACE = r"[A-Z][\w.'’/-]*(?:,? [\w.'’/-]+){0,4}?"
_DAY = r", [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?"
_AGENCY = r",? ?\([^()\n]{2,40}\)"
_DATELINE = re.compile(rf"(?P<place>{_PLACE})(?P<told>(?:{_DAY})?(?:{_AGENCY})?) ?(?:[-–—]|--) (?=\S)")
LONGEST = 120


class Datelines:
    """The datelines of one text, in order."""

    def __init__(self, analysis: Analysis) -> None:
        self._found: list[Span] = []
        places = {name.span[0] for name in analysis.names if name.kind == "place"}
        for start, _ in analysis.paragraphs:
            found = _DATELINE.match(analysis.text, start, start + LONGEST)
            if found and (found["told"] or (found["place"].isupper() and (start in places or "/" in found["place"]))):
                self._found.append((start, found.end()))

    def without(self, span: Span) -> Span:
        """The span without a dateline, or the rest of one, at its start."""
        at = bisect_right(self._found, span[0], key=lambda found: found[0]) - 1
        end = self._found[at][1] if at >= 0 else 0
        return (end, span[1]) if span[0] < end < span[1] else span
