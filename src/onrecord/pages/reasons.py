"""Why a line is not of the article: its own words, its markup, or the heading that it stands under."""

import re
from collections.abc import Sequence

from onrecord.knowledge import debris as known
from onrecord.model import Removed
from onrecord.pages.blocks import BIT, HIDDEN, Block, Context
from onrecord.pages.lines import Line

BY_CLASS = {
    "comment": "comments", "comments": "comments", "disqus": "comments", "respond": "comments",
    "reply": "comments", "related": "related", "recommended": "related", "recommendations": "related",
    "recirc": "related", "more": "related", "popular": "related", "trending": "related", "teaser": "related",
    "outbrain": "related", "taboola": "related", "newsletter": "newsletter", "signup": "newsletter",
    "subscribe": "newsletter", "subscription": "newsletter", "share": "share", "sharing": "share",
    "social": "share", "caption": "caption", "credit": "caption", "byline": "byline", "author": "byline",
    "bio": "byline", "date": "date", "time": "date", "timestamp": "date", "published": "date", "tags": "tags",
    "tag": "tags", "topics": "tags", "cookie": "cookie", "cookies": "cookie", "consent": "cookie",
    "gdpr": "cookie", "ad": "advertisement", "ads": "advertisement", "advert": "advertisement",
    "advertisement": "advertisement", "sponsored": "advertisement", "promo": "promo", "paywall": "promo",
    "adblock": "adblock", "nav": "navigation", "menu": "navigation", "breadcrumb": "navigation",
    "breadcrumbs": "navigation", "category": "section", "section": "section", "kicker": "section",
    "copyright": "copyright",
}  # fmt: skip
BY_TAG = (
    (BIT["figcaption"], "caption"), (BIT["nav"], "navigation"), (BIT["footer"], "navigation"),
    (BIT["button"], "navigation"), (BIT["form"], "form"), (BIT["aside"], "aside"), (BIT["figure"], "caption"),
    (BIT["header"], "navigation"), (HIDDEN, "hidden"),
)  # fmt: skip
CARRIES_ON = ("related", "comments", "tags", "newsletter", "navigation", "cookie", "adblock")
LEVELS = 5
OTHER = "not of the article"
FOLD = re.compile(r"\W+")


def fold(text: str) -> str:
    """A line's words alone, case folded, to tell whether two lines say the same."""
    return " ".join(FOLD.split(text.casefold())).strip()


def of_lines(lines: Sequence[Line], kept: Sequence[bool], headline: str | None) -> tuple[Removed, ...]:
    """Each line that went with its reason, in page order."""
    out: list[Removed] = []
    named = fold(headline or "")
    heading = ""
    for line, keep in zip(lines, kept):
        if keep:
            heading = ""
            continue
        same = bool(named) and fold(line.text) == named
        reason = "duplicate headline" if same else _reason(line, heading)
        if reason in CARRIES_ON and len(line.text) < 60:
            heading = reason
        out.append(Removed(line=line.text, reason=reason))
    return tuple(out)


def _reason(line: Line, heading: str) -> str:
    phrase = known.phrase(line.text)
    if phrase is not None and phrase.sure:
        return phrase.reason
    by_markup = _by_markup(line.block) if line.block is not None else ""
    return by_markup or (phrase.reason if phrase else "") or heading or OTHER


def _by_markup(block: Block) -> str:
    names = [*block.inner]
    at: Context | None = block.context
    for _ in range(LEVELS):
        if at is None:
            break
        names += at.names
        at = at.parent
    by_name = next((BY_CLASS[name] for name in names if name in BY_CLASS), "")
    return by_name or next((reason for bit, reason in BY_TAG if block.context.flags & bit), "")
