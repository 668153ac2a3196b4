"""Kept lines that belong to what went: pull quotes, which the story says again, and what stands in removed boxes."""

from collections.abc import Sequence

from onrecord.knowledge import debris as known
from onrecord.pages import traits

PULLED = (4, 40)  # words of a pull quote
MOST_HEADING = 6  # words of a box's heading
MOST_IN_BOX = 25
BOXES = ("newsletter", "promo")
MARKS = "“”\"‘’'.,!?… "


def without(texts: Sequence[str], kept: Sequence[bool]) -> list[bool]:
    """`kept` without pull quotes and without headings and lines of newsletter and promo boxes."""
    body = "\n".join(text for text, keep in zip(texts, kept) if keep).replace('"', "“")
    return [
        keep and not _is_pulled(text, body) and not _heads_a_box(texts, kept, i) and not _is_in_a_box(texts, kept, i)
        for i, (text, keep) in enumerate(zip(texts, kept))
    ]


def _is_pulled(text: str, body: str) -> bool:
    """Whether a line stands as the beginning of a quotation in another line of the body, where more follows."""
    if not PULLED[0] <= traits.size(text) <= PULLED[1]:
        return False
    words = "“" + text.replace('"', "“").strip(MARKS)
    place = body.find(words)
    while place >= 0:
        line_end = body.find("\n", place)
        rest = body[place + len(words) : line_end if line_end >= 0 else len(body)]
        if len(rest.strip(MARKS)) > 0:
            return True
        place = body.find(words, place + 1)
    return False


def _heads_a_box(texts: Sequence[str], kept: Sequence[bool], place: int) -> bool:
    """Whether a short line without a full stop stands right above a removed line of a newsletter or promo box."""
    short = traits.size(texts[place]) <= MOST_HEADING and not texts[place].endswith(traits.ENDS)
    return short and _is_box(texts, kept, place + 1)


def _is_in_a_box(texts: Sequence[str], kept: Sequence[bool], place: int) -> bool:
    """Whether a line stands alone between two removed lines of such a box."""
    short = traits.size(texts[place]) <= MOST_IN_BOX
    return short and _is_box(texts, kept, place - 1) and _is_box(texts, kept, place + 1)


def _is_box(texts: Sequence[str], kept: Sequence[bool], place: int) -> bool:
    if not 0 <= place < len(texts) or kept[place]:
        return False
    phrase = known.phrase(texts[place])
    return phrase is not None and phrase.reason in BOXES
