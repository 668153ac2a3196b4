"""A page to its clean article: HTML or pasted text in; text, what was removed, and what stayed unsettled out."""

from onrecord.errors import NoArticle, TooLarge
from onrecord.model import Article, Extract, Gap, Metadata, Page
from onrecord.pages import decode, html, identity, pasted, quotes
from onrecord.pages.drafts import Draft
from onrecord.settings import Settings

FEWEST_WORDS = 8
ADVICE = "try the page's own address, its print view, or paste the text"
PASTED = "paste more of the page, or take a text as it is with --text"


def extract(page: Page, settings: Settings) -> Extract:
    """The clean article of a page, the lines that went, and gaps.

    Raises NoArticle where none is in it, TooLarge beyond settings.max_bytes, NotText for binary data.
    """
    text = _text(page, settings)
    if not text.strip():
        raise NoArticle(f"{page.source}: no article found (the page is empty); {ADVICE}")
    draft = _draft(text, page)
    if _words(draft) < FEWEST_WORDS and len("".join(draft.paragraphs)) < 60:
        advice = ADVICE if _is_html(text, page) else PASTED
        raise NoArticle(f"{page.source}: no article found ({_why(draft)}); {advice}")
    return _finished(page, draft)


def _text(page: Page, settings: Settings) -> str:
    if len(page.data) > settings.max_bytes:
        raise TooLarge.beyond(page.source, settings.max_bytes)
    if isinstance(page.data, str):
        return page.data
    return decode.text(page.data, page.content_type)


def _draft(text: str, page: Page) -> Draft:
    return html.draft(text, page.url) if _is_html(text, page) else pasted.draft(text)


def _is_html(text: str, page: Page) -> bool:
    kind = (page.content_type or "").partition(";")[0].strip().lower()
    return html.looks_like_html(text) and kind != "text/plain"


def _words(draft: Draft) -> int:
    return sum(len(p.split()) for p in draft.paragraphs)


def _why(draft: Draft) -> str:
    words = _words(draft)
    if words:
        return f"only {words} {'word looks' if words == 1 else 'words look'} like a story"
    return "nothing on it looks like a story" if draft.removed else "no text in it"


def _finished(page: Page, draft: Draft) -> Extract:
    paragraphs, findings = quotes.mend(draft.paragraphs)
    metadata = draft.metadata
    parts = [metadata.headline, *paragraphs] if metadata.headline else paragraphs
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part) + 2
    shift = len(parts) - len(paragraphs)
    text = "\n\n".join(parts)
    gaps = tuple(_gap(f, starts[f.number + shift] + f.place) for f in findings)
    article = _article(page, metadata, text)
    return Extract(article=article, removed=draft.removed, gaps=(*draft.gaps, *gaps))


def _gap(finding: quotes.Finding, at: int) -> Gap:
    reason = "repaired" if finding.mended else "unbalanced quote mark"
    return Gap(stage="pages", reason=reason, detail=finding.detail, span=(at, at + 1))


def _article(page: Page, metadata: Metadata, text: str) -> Article:
    return Article(
        id=identity.article_id(page.url, text),
        url=page.url,
        site=metadata.site,
        site_basis=metadata.site_basis,
        headline=metadata.headline,
        headline_basis=metadata.headline_basis,
        bylines=metadata.bylines,
        bylines_basis=metadata.bylines_basis,
        section=metadata.section,
        section_basis=metadata.section_basis,
        published=page.published or metadata.published,
        published_basis="given" if page.published else metadata.published_basis,
        language=metadata.language,
        text=text,
        sha256=identity.digest(text),
    )
