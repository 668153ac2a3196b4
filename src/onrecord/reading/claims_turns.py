"""Turns of a printed interview or hearing ("OZOLA: We shall see."): each is what its speaker said, word for word."""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.knowledge import countries
from onrecord.model import Analysis
from onrecord.reading.claims_drafts import Draft

PATTERN = "NAME: turn"
_WORD = r"[^\W\d_][\w.'’-]+"
_ABOUT = r"(?:, [^:\n“\"]{3,80}| \([^)\n]{2,60}\))?"
_OPENING = re.compile(rf"(?:^|(?<=\n))[ \t]*[\"“]?((?P<name>{_WORD}(?: {_WORD}){{0,3}}){_ABOUT})(:)[ \t]+(?=\S)")


def find(analysis: Analysis) -> tuple[Draft, ...]:
    """The turns in text order; none where the text is no conversation: two must speak twice. Datelines ("RIGA:") and
    labels ("NOTE:") look alike."""
    turns = list(_turns(analysis))
    times = Counter(analysis.text[slice(*turn.source[0])].split(",")[0] for turn in turns)
    if sum(count > 1 for count in times.values()) < 2:
        return ()
    return tuple(turns)


def _turns(analysis: Analysis) -> Iterator[Draft]:
    """A turn runs to the next one of its paragraph or to the paragraph's end."""
    for first, last in analysis.paragraphs:
        openings = [o for o in _OPENING.finditer(analysis.text[first:last]) if _is_speaker(o["name"])]
        ends = [*(o.start() for o in openings[1:]), last - first]
        for opening, end in zip(openings, ends):
            words = analysis.text[first + opening.end() : first + end].rstrip()
            if words:
                start = first + opening.end()
                yield Draft(
                    source=((first + opening.start(1), first + opening.end(1)),),
                    cue=((first + opening.start(3), first + opening.end(3)),),
                    content=((start, start + len(words)),),
                    stance="asserts",
                    pattern=PATTERN,
                )


def _is_speaker(name: str) -> bool:
    return name.isupper() and not countries.by_name(name.title()) and not countries.by_capital(name.title())
