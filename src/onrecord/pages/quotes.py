"""Quote marks that a page lost: put back where only one place makes sense, else reported; never silent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

SAYING = re.compile(
    r"\b(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|warned|replied|insisted|argued|explained|noted"
    r"|stated|claimed|recalled|declared|continued|concluded|tweeted|posted|announced|according to)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?:[?!…]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})\.)\s+\S")
ENDING = ",.?!…—–-"
REPORTING_REACH = 60  # characters after a closing mark in which the reporting verb must stand
LONGEST = 20_000  # characters; longer paragraphs are left as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A quote mark at `place` of paragraph `number`; `mended` where it was put there by us."""

    number: int
    place: int
    mended: bool
    detail: str


def mend(paragraphs: Sequence[str]) -> tuple[list[str], list[Finding]]:
    """The paragraphs with lost opening marks put back, and all that was mended or is unbalanced."""
    out = list(paragraphs)
    found: list[Finding] = []
    for number, text in enumerate(paragraphs):
        if len(text) > LONGEST:
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        out[number], news = _paragraph(number, text, following)
        found += news
    return out, found


def _paragraph(number: int, text: str, following: str) -> tuple[str, list[Finding]]:
    lost = _first_closing(text)
    if lost is not None and _only_start_fits(text, lost):
        text = _opening_for(text[lost]) + text
        detail = f"opening quote mark put back before {_words(text[1:])}"
        rest = _unbalanced(number, text, following)
        return text, [Finding(number=number, place=0, mended=True, detail=detail), *rest]
    return text, _unbalanced(number, text, following)


def _words(text: str) -> str:
    return "“" + " ".join(text.split()[:4]) + " …”"


def _opening_for(closing: str) -> str:
    return {"”": "“", "’": "‘"}.get(closing, '"')


def _first_closing(text: str) -> int | None:
    """The place of the first quote mark, where that mark closes; None where it opens or there is none."""
    for place, sign in enumerate(text):
        if sign in "“‘«„" or (sign == '"' and not _closes(text, place)):
            if sign == "‘" and text[place + 1 : place + 2].isdigit():
                continue  # ‘90s
            return None
        if sign == "”" and not _measure(text, place):
            return place
        if sign in '’"' and _closes(text, place) and (sign == '"' or text[place - 1] in ENDING):
            return place
    return None


def _closes(text: str, place: int) -> bool:
    """Whether a straight or ambiguous mark has the shape of a closing one."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    opens = not before or before.isspace() or before in "([—–-"
    return not opens and not after.isalnum() and not _measure(text, place)


def _measure(text: str, place: int) -> bool:
    """Whether the mark stands for inches or minutes: 5' 11", 12”."""
    return place > 0 and text[place - 1].isdigit() and not text[place + 1 : place + 2].isalpha()


def _only_start_fits(text: str, place: int) -> bool:
    """Whether the words before a closing mark are one unbroken quotation from the paragraph's start."""
    said, after = text[:place], text[place + 1 : place + 1 + REPORTING_REACH]
    sentence = re.split(r"[.?!](?:\s|$)", after, maxsplit=1)[0]
    whole = said[-1:] in ENDING and len(said.split()) >= 2 and (said[0].isupper() or said[0].isdigit())
    alone = SENTENCE_END.search(said) is None and ":" not in said and not _reports(said)
    return whole and alone and SAYING.search(sentence) is not None


def _reports(said: str) -> bool:
    """Whether somebody's speech begins inside these words, so that the mark may have stood later."""
    return re.search(SAYING.pattern + r"(?:\s*,|\s+that\b|\s+\w+ that\b)", said, re.IGNORECASE) is not None


def _unbalanced(number: int, text: str, following: str) -> list[Finding]:
    """Closing marks without an opening one, and an opening mark that nothing closes."""
    opened, wrong = _pairs(text) if '"' not in text else _straight_pairs(text)
    if opened and following.startswith(("“", '"', "‘")):
        opened = opened[:-1]  # each paragraph of a long quotation opens, only the last one closes
    return [
        Finding(number=number, place=place, mended=False, detail=f"{text[max(0, place - 30) : place + 30]}")
        for place in sorted(opened[:1] + wrong)
    ]


def _pairs(text: str) -> tuple[list[int], list[int]]:
    opened: list[int] = []
    wrong: list[int] = []
    for place, sign in enumerate(text):
        if sign == "“":
            opened.append(place)
        elif sign == "”" and opened:
            opened.pop()
        elif sign == "”" and not _measure(text, place):
            wrong.append(place)
    return opened, wrong


def _straight_pairs(text: str) -> tuple[list[int], list[int]]:
    """Straight marks pair up in turn; those after a digit count only where they close an open one."""
    marks: list[int] = []
    for place, sign in enumerate(text):
        if sign not in '"“”':
            continue
        if len(marks) % 2 == 0 and sign != "“" and _measure(text, place):
            continue
        marks.append(place)
    if len(marks) % 2 == 0:
        return [], []
    for first, second in pairwise(marks[::2] + marks[-1:]):
        if _closes(text, first):
            return [], [first]
        del second
    return [marks[-1]], []
