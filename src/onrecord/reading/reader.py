"""The stages in order: a page or a text in, its record out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from onrecord.errors import PageError
from onrecord.knowledge import gazetteer
from onrecord.language import encoder
from onrecord.language.analysis import analyse
from onrecord.language.english import is_english
from onrecord.model import Article, Extract, Gap, Made, Page, Record
from onrecord.pages import article as articles
from onrecord.pages import dates, headlines, identity, sources
from onrecord.pages.sources import Source
from onrecord.reading import claims, entities, events, places, places_home, speakers, states, times
from onrecord.reading.places_home import Home
from onrecord.settings import Settings
from onrecord.version import __version__


def record_of(extract: Extract, home: Home | None = None) -> Record:
    """The record of a clean article. Pure: the same article and home give the same record.

    `home` is where the article's site is at home (`places.home_of`, `Store.home`); None takes what its address tells.
    """
    article = extract.article
    if not is_english(article.text):
        return _not_english(extract)
    analysis = analyse(article.text, headline=article.headline)
    found_times, time_gaps = times.find(analysis, article.published)
    found_places, place_gaps = places.find(analysis, home=home or places_home.of_address(article.url))
    bare_claims, claim_gaps = claims.find(analysis)
    told = events.sketch(analysis)
    found_entities, mentions, entity_gaps = entities.find(analysis, bare_claims, events.parties(told), found_places)
    found_entities = states.settle(analysis, found_entities, mentions, found_places)
    found_claims = speakers.link(bare_claims, mentions)
    told = replace(told, entities=found_entities)
    found_events, event_gaps = events.find(told, found_claims, mentions, found_times, found_places)
    return Record(
        article=article,
        entities=found_entities,
        mentions=mentions,
        times=found_times,
        places=found_places,
        claims=found_claims,
        events=found_events,
        gaps=(*extract.gaps, *time_gaps, *place_gaps, *claim_gaps, *entity_gaps, *event_gaps),
        made=Made(onrecord=__version__, model=encoder.model().name, gazetteer=gazetteer.current().about.get("name")),
    )


class Reader:
    """Reads pages and texts. One reader may read any number of them, one after another.

    `homes` gives the home of an article's site, where known: `Store.home` learns it from what is kept.
    """

    def __init__(
        self, settings: Settings | None = None, *, homes: Callable[[Article], Home | None] | None = None
    ) -> None:
        self.settings = settings or Settings()
        self._homes = homes

    def read(self, source: Source, *, url: str | None = None, published: str | None = None) -> Record:
        """The record of one page: a path, an http(s) URL, bytes, HTML or pasted text, or "-" for stdin.

        `published` (ISO date or date-time) wins over the page's own; `url` says where the page stood.
        Raises PageError (what is wrong with the page, and what to do).
        """
        found = self.pages(source, url=url, published=published)
        page = next(found)
        if next(found, None) is not None:
            raise PageError(f"{source!s}: holds several pages; read them with read_many or --jsonl")
        return self.read_page(page)

    def read_text(self, text: str, *, url: str | None = None, published: str | None = None) -> Record:
        """The record of a text as it is: `article.text` equals `text`, nothing removed or repaired."""
        if published is not None:
            published = dates.iso(published)
        return self._record(Extract(article=_as_it_is(text, url, published)))

    def read_many(self, items: Iterable[Source | Page]) -> Iterator[Record]:
        """A record for each page, one at a time, in order; nothing is held back.

        A page that cannot be read is a record without text and with one gap (stage "pages"),
        never an exception.
        """
        for item in items:
            yield from self._read_item(item)

    def pages(self, source: Source, *, url: str | None = None, published: str | None = None) -> Iterator[Page]:
        """The pages behind a source; a directory holds many. Raises PageError."""
        return sources.pages(source, self.settings, url=url, published=published)

    def extract(self, page: Page) -> Extract:
        """The clean article of a page with what was removed. Raises PageError."""
        return articles.extract(page, self.settings)

    def read_page(self, page: Page) -> Record:
        """The record of one page. Raises PageError."""
        return self._record(self.extract(page))

    def _record(self, extract: Extract) -> Record:
        return record_of(extract, self._homes(extract.article) if self._homes else None)

    def _read_item(self, item: Source | Page) -> Iterator[Record]:
        if isinstance(item, Page):
            yield self._read_or_gap(item)
            return
        try:
            found = self.pages(item)
        except Exception as error:  # noqa: BLE001  what is no source at all must not end the stream either
            yield unread(_name(item), error)
            return
        while True:
            try:
                page = next(found, None)
            except Exception as error:  # noqa: BLE001  the pages after this one can still be had
                yield unread(_name(item), error)
                continue
            if page is None:
                return
            yield self._read_or_gap(page)

    def _read_or_gap(self, page: Page) -> Record:
        try:
            return self.read_page(page)
        except Exception as error:  # noqa: BLE001  one page's trouble must not end the stream
            return unread(page.source, error, url=page.url)


def _not_english(extract: Extract) -> Record:
    gap = Gap(stage="language", reason="not English", detail="only English is read; the article is kept as it is")
    made = Made(onrecord=__version__)
    return Record(article=extract.article, gaps=(*extract.gaps, gap), made=made)


def unread(name: str, error: Exception, *, url: str | None = None) -> Record:
    """The record of a page that could not be read: no text, and the reason as a gap."""
    detail = str(error) if isinstance(error, PageError) else f"{name}: {type(error).__name__}: {error}"
    return Record(
        article=Article(id=identity.article_id(url or name, ""), url=url, sha256=identity.digest("")),
        gaps=(Gap(stage="pages", reason="not read", detail=detail),),
        made=Made(onrecord=__version__),
    )


def _as_it_is(text: str, url: str | None, published: str | None) -> Article:
    headline = headlines.of_text(text)
    return Article(
        id=identity.article_id(url, text),
        url=url,
        headline=headline,
        headline_basis="text" if headline else None,
        published=published,
        published_basis="given" if published else None,
        text=text,
        sha256=identity.digest(text),
    )


def _name(item: Source | Page) -> str:
    if isinstance(item, Page):
        return item.source
    return "bytes" if isinstance(item, bytes) else str(item)[:200]
