"""A page's tree as text blocks in reading order, each with what its markup says of it; one bounded walk."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

SILENT = frozenset(
    "script style template svg iframe select textarea head object video audio canvas map input noscript math"
    " datalist embed applet frame frameset meter progress".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s"
    " samp small span strike strong sub sup time tt u var wbr amp-img picture source o:p path".split()
)
SECTIONING = (
    "nav footer header aside figure figcaption form table li blockquote article main button h1 h2 h3 h4 h5 h6"
    " pre dl p section ul ol td address"
).split()
BIT: Final = {tag: 1 << place for place, tag in enumerate(SECTIONING)}
HIDDEN: Final = 1 << len(SECTIONING)
BODY_PROP: Final = HIDDEN << 1
HINTS: Final = {
    "comment": "comment comments disqus respond replies commentlist discussion reply",
    "related": "related recommended recommendations recirc popular trending teaser teasers outbrain taboola"
    " mostread readmore readnext similar suggested latest headlines promoted links listing carousel more",
    "offer": "newsletter signup subscribe subscription paywall promo cta donate donation ad ads advert"
    " advertisement sponsored sponsor dfp banner popup modal cookie cookies consent gdpr adblock product affiliate",
    "share": "share sharing social addtoany sharedaddy sharethis toolbar follow",
    "caption": "caption credit photo image gallery slideshow media figure video thumb attribution",
    "about": "author byline bio meta date time timestamp tags tag topics category breadcrumb breadcrumbs dateline",
    "frame": "nav navigation menu sidebar footer header widget widgets aside masthead rail search copyright",
    "embed": "tweet twitter instagram embed facebook",
    "body": "content body entry story text article post main articlebody paragraph fulltext",
}  # class names that say what a part of a page is for
HINT_BIT: Final = {word: BODY_PROP << place for place, words in enumerate(HINTS.values(), 1) for word in words.split()}
HINT_BITS: Final = tuple(BODY_PROP << place for place in range(1, len(HINTS) + 1))
HEADINGS: Final = BIT["h1"] | BIT["h2"] | BIT["h3"] | BIT["h4"] | BIT["h5"] | BIT["h6"]
UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
BODY_PROPS = ("articleBody", "text")
MOST_BLOCKS = 20_000
LONGEST_CLASS = 400


@dataclass(slots=True, eq=False)
class Context:
    """Where in the tree a block stands: its element, the flags of all ancestors, and its class words.

    `near` and `far` are filled by the classifier, None until then.
    """

    tag: str
    flags: int
    depth: int
    names: tuple[str, ...]
    signature: str
    parent: "Context | None"
    near: float | None = None
    far: float = 0.0


@dataclass(slots=True, eq=False)
class Block:
    """One paragraph, heading, list item or loose run of text, with its white space folded.

    `linked` and `bold` count the characters inside links and bold type; `inner` has the class words of
    the inline element that it starts in; `broken` says that only a line break parts it from the one before.
    """

    text: str
    context: Context
    linked: int
    bold: int
    inner: tuple[str, ...]
    broken: bool


@lru_cache(maxsize=4096)
def class_words(names: str) -> tuple[str, ...]:
    """The words of a class or id attribute, lower case: "post-Content td2" is post, content, td."""
    words = (w.lower() for w in CLASS_WORD.findall(names[:LONGEST_CLASS]))
    return tuple(dict.fromkeys(w for w in words if len(w) > 1))[:16]


def segment(tree: HtmlElement) -> list[Block]:
    """The blocks of a parsed page, at most MOST_BLOCKS. The tree stays as it is."""
    walk = _Walk()
    events = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in events:
        if event == "start":
            if walk.enter(element):
                events.skip_subtree()
        elif event == "end":
            walk.leave(element)
        walk.after(element, event)
        if len(walk.found) >= MOST_BLOCKS:
            break
    walk.flush()
    return walk.found


class _Walk:
    """The state of one walk: the context that it is in, and the run of text gathered since the last break."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self.context = Context(tag="html", flags=0, depth=0, names=(), signature="", parent=None)
        self.link = 0
        self.bold = 0
        self.inner: list[str] = []
        self.broken = False
        self._clear()

    def _clear(self) -> None:
        self.parts: list[str] = []
        self.linked = 0
        self.strong = 0
        self.first_inner = ""

    def enter(self, element: HtmlElement) -> bool:
        """Step into an element; true where nothing below it is to be seen."""
        tag = element.tag
        if tag in SILENT:
            return True
        if tag == "br":
            self.flush(broken=True)
        elif tag in INLINE:
            self._enter_inline(element, tag)
        else:
            self.flush()
            self.context = _step(element, tag, self.context)
        if element.text:
            self._add(element.text)
        return False

    def _enter_inline(self, element: HtmlElement, tag: str) -> None:
        self.inner.append(element.get("class") or "")
        if tag == "a":
            self.link += 1
        elif tag in ("b", "strong"):
            self.bold += 1

    def leave(self, element: HtmlElement) -> None:
        """Step out of an element."""
        tag = element.tag
        if tag in SILENT or tag == "br":
            return
        if tag not in INLINE:
            self.flush()
            self.context = self.context.parent or self.context
            return
        self.inner.pop()
        if tag == "a":
            self.link -= 1
        elif tag in ("b", "strong"):
            self.bold -= 1

    def after(self, element: HtmlElement, event: str) -> None:
        """Take up the text that follows an element, a comment or an instruction."""
        if event != "start" and element.tail:
            self._add(element.tail)

    def _add(self, text: str) -> None:
        self.parts.append(text)
        if text.isspace():
            return
        if not self.first_inner and self.inner:
            self.first_inner = self.inner[-1]
        if self.link:
            self.linked += len(text)
        if self.bold:
            self.strong += len(text)

    def flush(self, *, broken: bool = False) -> None:
        """End the run: a block, where it has any text. `broken`: by a line break."""
        text = " ".join("".join(self.parts).split())
        if text:
            inner = class_words(self.first_inner) if self.first_inner else ()
            self.found.append(Block(text, self.context, self.linked, self.strong, inner, self.broken))
        if self.parts:
            self._clear()
        self.broken = broken and (bool(text) or False)


def _step(element: HtmlElement, tag: str, parent: Context) -> Context:
    given = element.attrib
    names = f"{given.get('class', '')} {given.get('id', '')}" if given else ""
    words = class_words(names) if names else ()
    flags = parent.flags | BIT.get(tag, 0) | (_special(given) if given else 0)
    if tag != "body":
        for word in words:
            flags |= HINT_BIT.get(word, 0)
    return Context(
        tag=tag,
        flags=flags,
        depth=parent.depth + 1,
        names=words,
        signature=f"{tag}.{given.get('class', '')[:80]}" if given else tag,
        parent=parent,
    )


def _special(given: etree._Attrib) -> int:
    flags = 0
    if "hidden" in given or given.get("aria-hidden") == "true" or UNSEEN.search(given.get("style", "")[:500]):
        flags |= HIDDEN
    if "articleBody" in given.get("itemprop", ""):
        flags |= BODY_PROP
    return flags
