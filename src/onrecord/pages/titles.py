"""The headline among what a page calls itself: h1, JSON-LD, og:title, title element; without the site's name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.model import Basis

LONGEST = 500
FEWEST_WORDS = 2
BREAK = re.compile(r"\s+[|»«·•>:–—-]+\s+|\s*[|»«•]\s*|\s+::\s+")
KICKER = re.compile(
    r"\s+[|·•]\s+(?:editorial|opinion|analysis|comment|commentary|column|letters?|videos?|photos?|pictures|gallery|podcast|"
    r"live|watch|exclusive|explainer|explained|interview|news|latest news|breaking news)\s*$",
    re.IGNORECASE,
)
WORD = re.compile(r"\w+")
LONGEST_SITE = 5  # words
ALIKE = 0.5  # share of words from which two titles are of one story


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One title that a page gives itself, and where."""

    text: str
    basis: Basis
    heading: bool = False


def words(text: str) -> list[str]:
    """The words of a title, case folded."""
    return WORD.findall(text.casefold())


def likeness(one: str, other: str) -> float:
    """The share of words that two titles have in common, of the shorter one's."""
    a, b = set(words(one)), set(words(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def without_site(text: str, sites: Iterable[str], others: Sequence[str] = ()) -> str:
    """A title without the site's name before or after a bar or dash.

    `sites` are names of the site; `others` other titles of the page: what they lack of this one goes too.
    """
    text = " ".join(text.split())[:LONGEST]
    names = {"".join(words(s)) for s in sites if s} | {"".join(words(re.sub(r"(?i)^the\s", "", s))) for s in sites if s}
    whole = {tuple(words(other)) for other in others}
    for _ in range(3):
        cut = _cut(text, names, whole)
        if cut == text:
            break
        text = cut
    return text


def _cut(text: str, names: set[str], whole: set[tuple[str, ...]]) -> str:
    for match in [*BREAK.finditer(text)][::-1]:
        head, tail = text[: match.start()], text[match.end() :]
        if tuple(words(head)) in whole and len(words(head)) > FEWEST_WORDS:
            return head
        if tuple(words(tail)) in whole and len(words(tail)) > FEWEST_WORDS:
            return tail
    before, colon, after = text.partition(": ")
    if colon and _is_site(before, names) and words(after):
        return after
    kicker = KICKER.search(text)
    if kicker and kicker.start():
        return text[: kicker.start()]
    breaks = [*BREAK.finditer(text)]
    if breaks:
        head, tail = text[: breaks[-1].start()], text[breaks[-1].end() :]
        if _is_site(tail, names) and words(head):
            return head
        head, tail = text[: breaks[0].start()], text[breaks[0].end() :]
        if _is_site(head, names) and words(tail):
            return tail
    return text


def _is_site(text: str, names: set[str]) -> bool:
    joined = "".join(words(text))
    return bool(joined) and (joined in names or joined.removeprefix("the") in names)


def site_in(title: str, host: str, headline: str | None) -> str | None:
    """The site's name in a title element: the part after its last bar or before its first colon.

    It counts where the rest is the page's `headline`, or where it is like the `host`. None: nothing is sure.
    """
    breaks = [*BREAK.finditer(title)]
    key = "".join(words(host))
    sides = [(title[m.end() :], title[: m.start()]) for m in breaks[-1:]]
    sides += [(title[: m.start()], title[m.end() :]) for m in [re.search(r"\s*[|:]\s+|\s+[–—-]\s+", title)] if m]
    for name, rest in sides:
        joined = "".join(words(name)).removeprefix("the")
        if not joined or len(words(name)) > LONGEST_SITE:
            continue
        named = len(joined) >= 4 and (joined in key or key.split(".")[0] == joined)
        after = headline is not None and words(rest)[: len(words(headline))] == words(headline) and len(words(rest)) > 3
        if named or (after and name == sides[0][0]):
            return name.strip()
    return None


def best(found: Sequence[Title], near: Sequence[str] = ()) -> Title | None:
    """The headline: the page's heading where another title agrees with it or where it is the only one and stands
    in the lines `near` the article; else the first of the others."""
    headings = [t for t in found if t.heading]
    others = [t for t in found if not t.heading]
    for heading in headings:
        if any(likeness(heading.text, o.text) >= ALIKE for o in others) and len(words(heading.text)) >= FEWEST_WORDS:
            return heading
    if len({tuple(words(t.text)) for t in headings}) == 1 and len(words(headings[0].text)) > FEWEST_WORDS:
        shown = {tuple(words(line)) for line in near}
        if tuple(words(headings[0].text)) in shown:
            return headings[0]
    return next(iter([*others, *headings]), None)
