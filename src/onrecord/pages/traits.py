"""What a line says of itself, as numbers for the debris classifier: its words, marks, and phrases."""

import re
from collections.abc import Sequence
from itertools import pairwise

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
DIGITS = re.compile(r"\d+")
INNER_END = re.compile(r"[.!?…。][”\"’']? [“\"‘'A-Z]")
ENDS = tuple(".!?…。") + tuple(a + b for a in ".!?…," for b in "”\"’')]")
QUOTES = "“\"‘«„'”’»"
STOP_WORDS = frozenset(
    "the of and a to in is was for on that with as at by it he she his her from be an are has had have not but"
    " they their were which who will would been after said this we you your or its about more than when there"
    " der die das und ist von mit den auf für nicht ein eine el la los las de que y en un una por con no se del"
    " le les et est dans des pour au du qui sur il não os as do da em um uma para il di che è per non una het van"
    " een en dat voor niet met и в на не что с по он как".split()
)
DATE_LIKE = re.compile(
    r"\b(?:\d{1,2}[./:-]\d{1,2}|\d{4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)", re.I
)
HEAD = 1200  # characters that are looked at; what a line is shows in its first ones
NAMES = (
    "words", "characters per word", "ends a sentence", "ends inside", "ends with a colon", "ends with a question",
    "opens upper", "opens with a quote mark", "opens lower", "title case", "all upper", "digits", "commas",
    "stop words", "bars and arrows", "copyright or at", "address", "date like", "quote marks", "bracketed",
    "short words",
)  # fmt: skip


def size(text: str) -> int:
    """How many words a line has; scripts without spaces count two signs as one word."""
    words = text.count(" ") + 1
    if words < 12 and len(text) > 12:
        wide = len(WIDE.findall(text[:HEAD]))
        return max(words, wide // 2) if wide else words
    return words


def of_line(text: str) -> list[float]:
    """The numbers for one line, in the order of NAMES."""
    head = text[:HEAD]
    words = head.split(" ")
    count = len(words)
    upper = sum(w[:1].isupper() for w in words)
    stops = sum(w.lower() in STOP_WORDS for w in words[:60])
    first, last = head[:1], text[-1:]
    return [
        float(min(size(text), 400)),
        len(head) / count,
        float(text.endswith(ENDS)),
        float(len(INNER_END.findall(head))),
        float(last == ":"),
        float(last == "?"),
        float(first.isupper()),
        float(first in QUOTES),
        float(first.islower()),
        upper / count,
        float(head.isupper()),
        sum(c.isdigit() for c in head[:200]) / min(len(head), 200),
        float(head.count(",")),
        stops / min(count, 60),
        float(sum(head.count(c) for c in "|›»>→•·")),
        float("©" in head or "@" in head),
        float("http" in head or "www." in head),
        float(DATE_LIKE.search(head[:200]) is not None),
        float(sum(head.count(c) for c in '“”"')),
        float(first in "([" or last in ")]"),
        sum(len(w) < 4 for w in words) / count,
    ]


def brief(text: str) -> list[float]:
    """As `of_line`, with the size and the ending only; 0 for the rest."""
    found = [0.0] * len(NAMES)
    found[0], found[2] = float(min(size(text), 400)), float(text.endswith(ENDS))
    return found


def terms(text: str) -> list[str]:
    """The words, pairs and line shape that the word weights know a line by."""
    words = [DIGITS.sub("0", w) for w in WORD.findall(text[:400].lower())][:40]
    if not words:
        return ["="]
    found = set(words)
    found.update(f"{a} {b}" for a, b in pairwise(words[:15]))
    found.add("^" + words[0])
    found.add("^" + " ".join(words[:2]))
    found.add(words[-1] + "$")
    if len(words) <= 4:
        found.add("=" + " ".join(words))
    return list(found)


def repeats(texts: Sequence[str]) -> list[int]:
    """How often each line stands in the whole page."""
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    return [counts[text] for text in texts]
