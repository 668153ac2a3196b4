"""Pasted text to a draft of the article: its lines, which of them are the story's, and its headline."""

import re
from collections.abc import Sequence

from onrecord.knowledge import debris as known
from onrecord.model import Gap
from onrecord.pages import debris, metadata, orphans, reasons, traits
from onrecord.pages.around import around
from onrecord.pages.drafts import Draft
from onrecord.pages.lines import Line

# Chance from which a line is of the article. Out of fold on the pasted columns of the gold pages: at 0.5 body F1 .945,
# debris left .18; at 0.6 .940 and .15; at 0.7 .933 and .11 (2026-11-25, python -m bench.pasted).
LEAST = 0.6
MOST_LINES = 8_000
WRAP = (60, 80)  # columns at which mail programs break lines
FEWEST_WRAPPED = 6
HEADLINE_WORDS = (3, 28)
NO_HEADLINE = 1.0  # least score of a headline
FULL_STOPS = (".", "…", ".”", '."', ".’", ":", ";", ",")


def draft(text: str) -> Draft:
    """The article of a pasted text; without paragraphs where there is none."""
    found = lines(text)
    gaps = () if len(found) <= MOST_LINES else (_cut(len(found)),)
    marked = [Line(line) for line in found[:MOST_LINES]]
    kept = [chance >= LEAST for chance in debris.chances(marked)]
    kept = orphans.without([line.text for line in marked], kept)
    place = headline_place([line.text for line in marked], kept)
    headline = marked[place].text if place is not None else None
    kept = _after_headline(marked, kept, place)
    values = metadata.from_lines(around([line.text for line in marked], kept), headline)
    named = reasons.of_lines([m for i, m in enumerate(marked) if i != place], _without(kept, place), headline)
    body = tuple(line.text for line, keep in zip(marked, kept) if keep)
    return Draft(metadata=values, paragraphs=body, removed=named, gaps=gaps)


def _cut(count: int) -> Gap:
    return Gap(stage="pages", reason="cut", detail=f"{count} lines; the first {MOST_LINES} were read")


def _without(kept: Sequence[bool], place: int | None) -> list[bool]:
    return [k for i, k in enumerate(kept) if i != place]


def lines(text: str) -> list[str]:
    """The lines of a text that hold anything, with their white space folded; wrapped ones joined."""
    text = _unwrapped(text)
    folded = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in folded if line]


def _unwrapped(text: str) -> str:
    """The text with its paragraphs on one line each, where it was clearly broken at a fixed column."""
    paragraphs = [p.split("\n") for p in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))]
    long = [p for p in paragraphs if len(p) >= 3]
    full = [line for p in long for line in p[:-1]]
    if len(full) < FEWEST_WRAPPED or not _wrapped(full):
        return text
    return "\n\n".join(" ".join(p) if len(p) >= 2 and _wrapped(p[:-1]) else "\n".join(p) for p in paragraphs)


def _wrapped(full: Sequence[str]) -> bool:
    """Whether nearly all lines end near one column, and most of them in mid sentence."""
    near = sum(WRAP[0] - 8 <= len(line.rstrip()) <= WRAP[1] for line in full)
    open_ended = sum(not line.rstrip().endswith((".", "!", "?", "”", '"')) for line in full)
    return near >= 0.9 * len(full) and open_ended >= 0.5 * len(full)


def headline_place(texts: Sequence[str], kept: Sequence[bool]) -> int | None:
    """Which line is the headline: one above the body, like a title, that the body speaks of. None: none is."""
    first = next((i for i, keep in enumerate(kept) if keep and traits.size(texts[i]) >= 12), None)
    if first is None:
        return None
    body = _stems(" ".join([t for t, k in zip(texts, kept) if k and traits.size(t) >= 12][:12]))
    often = {text: texts[: first + 1].count(text) for text in set(texts[: first + 1])}
    scored = [(_headline_score(texts[i], body, often[texts[i]], first - i), -i) for i in range(first + 1)]
    score, place = max(scored, default=(0.0, 0))
    return -place if score >= NO_HEADLINE else None


def _stems(text: str) -> set[str]:
    return {w[:5] for w in traits.WORD.findall(text.lower()) if w not in traits.STOP_WORDS and len(w) > 2}


def _headline_score(text: str, body: set[str], often: int, distance: int) -> float:
    words = traits.size(text)
    phrase = known.phrase(text)
    if not HEADLINE_WORDS[0] <= words <= HEADLINE_WORDS[1] or text.endswith(FULL_STOPS):
        return 0.0
    if phrase is not None and phrase.sure:
        return 0.0
    own = _stems(text)
    told = len(own & body) / len(own) if own else 0.0
    return 3.0 * told + 0.1 * min(words, 12) + 0.5 * (often > 1) - 0.03 * min(distance, 30) - 0.8 * _is_names(text)


def _is_names(text: str) -> bool:
    """Whether a line is little but names: all words but small ones begin with a capital."""
    words = [w for w in text.split() if w.lower() not in traits.STOP_WORDS]
    return len(words) <= 8 and all(w[:1].isupper() or not w[:1].isalpha() for w in words)


def _after_headline(marked: Sequence[Line], kept: Sequence[bool], place: int | None) -> list[bool]:
    """Nothing above the headline is of the story, nor the headline's own line, nor its repetitions."""
    if place is None:
        return list(kept)
    named = reasons.fold(marked[place].text)
    return [k and i > place and reasons.fold(m.text) != named for i, (k, m) in enumerate(zip(kept, marked))]
