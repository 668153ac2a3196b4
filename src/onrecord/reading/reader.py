"""The stages in order: a page or a text in, its record out."""

from collections.abc import Iterable, Iterator
from hashlib import sha256


from onrecord import settings as settings_module
from onrecord.errors import PageError
from onrecord.language.analysis import analyse
from onrecord.model import Article, Extract, Gap, Made, Page, Record
from onrecord.pages import article as pages_article
from onrecord.pages import sources
from onrecord.reading import claims, entities, events, places, speakers, times
from onrecord.settings import Settings
from onrecord.version import __version__

MODEL = "rules@0.1.0"

Source = str | bytes | Page


def read_extract(extract: Extract) -> Record:
    """The record of a clean article. Pure: the same article gives the same record."""
    article = extract.article
    analysis = analyse(article.text, headline=article.headline)
    found_times, time_gaps = times.find(analysis, article.published)
    found_places, place_gaps = places.find(analysis)
    bare_claims, claim_gaps = claims.find(analysis)
    found_entities, mentions, entity_gaps = entities.find(analysis, bare_claims)
    found_claims = speakers.link(bare_claims, mentions)
    found_events, event_gaps = events.find(analysis, found_claims, mentions, found_times, found_places)
    return Record(
        article=article,
        entities=found_entities,
        mentions=mentions,
        times=found_times,
        places=found_places,
        claims=found_claims,
        events=found_events,
        gaps=(*extract.gaps, *time_gaps, *place_gaps, *claim_gaps, *entity_gaps, *event_gaps),
        made=Made(onrecord=__version__, model=MODEL),
    )
