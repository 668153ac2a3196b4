"""What a page shows of its writers and its date, in elements whose class or role says so, near the article."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.pages import bylines, dates
from onrecord.pages.blocks import class_words

BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?|(?:post|article|story|entry|news|content)-?(?:author|byline)s?|"
    r"writers?|contributors?|reporters?|attribution|contrib)(?:$|[\s_-])|author[-_]?name|byline[-_]?name",
    re.IGNORECASE,
)
HINT = re.compile(r"auth|by-?line|writer|contrib|reporter|attrib", re.IGNORECASE)
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
ELSEWHERE = frozenset(
    "comment comments related recommend recommended recommendations sidebar footer bio social follow share"
    " more teaser teasers card cards popular trending widget menu nav promo".split()
)  # class names of parts of a page where other articles' writers stand, or the same one again
PICTURE = frozenset("avatar image photo photos caption credit credits gallery".split())  # of the element or its parent
WRAPPER = re.compile(r"^(?:has|with|no|not|without|is)[-_]", re.IGNORECASE)
AUTHOR_LINK = re.compile(
    r"/(?:authors?|by|people|person|profiles?|staff|contributors?|writers?|reporters?|journalists?|columnists?|"
    r"bloggers?|byline|autor(?:es)?|auteurs?|autoren?)/",
    re.IGNORECASE,
)
HOLDERS = tuple("a span div p li ul address h2 h3 h4 h5 h6 td dd strong em small cite section header b i".split())
OTHER_CRAFT = re.compile(
    r"\b(?:photo\w*|pictures?|illustrat\w+|styl\w+|hair|make-?up|edited|graphics?)\b", re.IGNORECASE
)
CHANGED = re.compile(r"^\W*(?:last )?(?:updated|modified|changed|edited)\b", re.IGNORECASE)
LONGEST_DATED = 14  # spaces of a line that shows a date
LONGEST = 200
LEVELS = 6
DATE = re.compile(
    r"(?:^|[\s_-])(?:date(?:line|time|stamp)?s?|time(?:stamp)?|pub(?:lished|date|-date)?|published?(?:-?(?:on|date|time))?|"
    r"posted(?:-?on)?|post-?date|meta|article-?date|entry-?date|update[ds]?)(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The writers that a byline shows; `sure` where each is a link or an element of its own, not split from a line.

    `more` are all names that its line may hold, the writer's paper or place among them.
    """

    names: tuple[str, ...] = ()
    sure: bool = False
    more: tuple[str, ...] = ()


def writers(tree: HtmlElement, near: Sequence[str], site: str | None) -> Shown:
    """The names in the first byline element whose text is among the lines near the article."""
    shown = bylines.fold(" ".join(near))
    for element in _byline_elements(tree):
        text = " ".join(element.text_content().split())
        if not text or len(text) > LONGEST or bylines.fold(text)[:60] not in shown or OTHER_CRAFT.search(text):
            continue
        found = _of_element(element, text, site)
        if found.names:
            return found
    return Shown()


def _byline_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter(*HOLDERS):
        given = element.attrib
        if given and _says_byline(element) and not _elsewhere(element):
            yield element


def _says_byline(element: HtmlElement) -> bool:
    given = element.attrib
    if "author" in given.get("rel", "") or given.get("itemprop") in ("author", "creator"):
        return True
    if element.tag == "a" and AUTHOR_LINK.search(given.get("href", "")[:300]):
        return True
    names = f"{given.get('class', '')} {given.get('data-testid', '')}"[:300]
    return HINT.search(names) is not None and BYLINE.search(CAMEL.sub("-", names)) is not None


def _elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands among comments, teasers, or in a menu."""
    at: HtmlElement | None = element
    for level in range(LEVELS):
        if at is None:
            return False
        names = ELSEWHERE | PICTURE if level < 2 else ELSEWHERE
        if at.tag in ("nav", "footer", "aside", "figure", "figcaption") or _is_one_of(names, at.get("class") or ""):
            return True
        at = at.getparent()
    return False


def _is_one_of(words: frozenset[str], names: str) -> bool:
    return any(words & {*class_words(name)} for name in names[:300].split() if not WRAPPER.match(name))


def _of_element(element: HtmlElement, text: str, site: str | None) -> Shown:
    """Names of an author's links in an element, else of parts that say they are names, else of its text."""
    parts = [e for e in element.iter("a", "span", "strong", "b", "cite", "h3", "h4", "h5") if e is not element]
    links = [e for e in parts if e.tag == "a" and (AUTHOR_LINK.search(e.get("href") or "") or _says_byline(e))]
    named = links or [e for e in parts if "name" in (e.get("class") or "").lower()]
    found = bylines.names([e.text_content() for e in named], site)
    lines = (text, _spaced(element))
    if found:
        whole = bylines.names([text], site, strict=True)  # one of two writers may be no link
        return Shown(names=whole if set(whole) > set(found) else found, sure=True)
    names = next((n for n in (bylines.names([line], site, strict=True) for line in lines) if n), ())
    return Shown(names=names, more=bylines.names(lines, site))


def _spaced(element: HtmlElement) -> str:
    """The text with a bar between what stands in different elements."""
    return " ".join(" | ".join(t.strip() for t in element.itertext() if t.strip()).split())


def date(tree: HtmlElement, near: Sequence[str]) -> str | None:
    """The first date that a time element near the article carries, else one that its lines show."""
    shown = bylines.fold(" ".join(near))
    for element in tree.iter("time"):
        text = bylines.fold(element.text_content())
        if (text and text in shown) or element.get("pubdate") is not None:
            value = dates.of_machine(element.get("datetime"))
            if value:
                return value
    return None


def day(near: Sequence[str]) -> str | None:
    """The first whole date in the short lines near the article, one of a change only where there is no other."""
    found = [
        (d, CHANGED.search(line) is not None)
        for line in near
        if line.count(" ") < LONGEST_DATED
        for d in [dates.of_words(line)]
        if d
    ]
    return next((d for d, changed in found if not changed), found[0][0] if found else None)
