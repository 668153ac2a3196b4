"""Finds what happened, is planned, may happen or did not: events with type, parties, status and source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.model import Analysis, Claim, Entity, Event, Gap, Mention, Place, Span, Time
from onrecord.reading import events_claims, events_learned, events_merge
from onrecord.reading.events_pairs import Pairs
from onrecord.reading.events_parties import Lookup
from onrecord.reading.events_status import Statuses
from onrecord.reading.events_tree import Tree
from onrecord.reading.events_triggers import Draft, Triggers

# Events below it are left out. The scores are priors of the table, joined with the encoder's: on our own articles and
# chains (2026-11-25) 70 % of those from .4 to .7 are right in type and happening, 87 % from .7 to .85, 27 of 27 above.
LEAST_SCORE = 0.4
# deeds of words that make a claim, so that who tells it is who does it
_SAID = frozenset(["ACCUSE", "REQUEST", "THREATEN"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The possible events of a text, with what they were seen by; `drafts` in text order. `entities`, once they are
    known, tell for which states the parties stand."""

    analysis: Analysis
    tree: Tree
    triggers: Triggers
    drafts: tuple[Draft, ...]
    entities: tuple[Entity, ...] = ()


def sketch(analysis: Analysis) -> Told:
    """The possible events of a text, by the table of triggers and by the encoder's heads; none where no parser has
    read the text."""
    tree = Tree(analysis)
    triggers = Triggers(tree)
    drafts: list[Draft] = []
    if tree.parsed:
        told = list(triggers.find())
        suggested = [t for t in analysis.triggers if events_learned.head(tree, t) not in triggers.denied]
        drafts = events_learned.join(tree, triggers.slots, triggers.kinds, told, suggested)
        drafts = [_threatened(tree, triggers, draft, drafts) for draft in drafts]
    return Told(analysis=analysis, tree=tree, triggers=triggers, drafts=tuple(drafts))


def _threatened(tree: Tree, triggers: Triggers, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A threat with those whom the threatened deed would hit: "threatened to ban exports to Chad"."""
    if draft.type != "THREATEN" or draft.recipients:
        return draft
    deeds = tree.kids(draft.index, "xcomp")
    hit = [r for d in drafts if d.index in deeds for r in d.recipients if triggers.kinds.is_party(r)]
    return replace(draft, recipients=tuple(r for r in hit if not triggers.kinds.is_thing(r)))


def parties(told: Told) -> tuple[tuple[Span, Span], ...]:
    """The noun phrases that take part in events, each with its head, in text order: what entities must tell apart."""
    heads = {h for draft in told.drafts for h in (*draft.actors, *draft.recipients)}
    return tuple(sorted((told.tree.span(h), told.tree.tokens[h].span) for h in heads))


def find(
    told: Told,
    claims: Sequence[Claim],
    mentions: Sequence[Mention],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[tuple[Event, ...], tuple[Gap, ...]]:
    """The events in text order (ids v1, v2, …) and gaps.

    Types follow PLOVER. `claim` is the innermost claim whose content holds the trigger. An event that is merely
    wanted or asked about is none. Two tellings of one happening are one event.
    """
    analysis, tree = told.analysis, told.tree
    lookup = Lookup(tree, mentions, times, places)
    statuses = Statuses(tree, told.triggers.slots, events_claims.cues(tree, claims))
    holders = events_claims.Holders(analysis, claims)
    sources = events_claims.sources(tree, claims)
    pairs = Pairs(tree, mentions)
    found: list[Event] = []
    for draft in told.drafts:
        if draft.score < LEAST_SCORE or statuses.forms.asked(draft.index):
            continue
        status = events_learned.status(draft, statuses.told(draft.index, draft.type))
        if status is None:
            continue
        did = lookup.mentions_of(draft.actors)
        own = any(tree.relation(a) == "nmod:poss" and tree.tag(a) == "PROPN" for a in draft.actors)  # "Chile's request"
        if status == "happened" and draft.type in _SAID and not (own or told.triggers.slots.passive(draft.index)):
            did = lookup.told_by(sources.get(draft.index), did)
        did = pairs.meant(draft.type, draft.actors, did)
        others = lookup.others(draft.recipients, did)
        pairs.tell(draft.index, (*did, *others))
        found.append(
            Event(
                id="",
                trigger=draft.span,
                type=draft.type,
                mode=draft.mode,
                status=status,
                actors=did,
                recipients=others,
                time=lookup.time_of(draft.index),
                place=lookup.place_of(draft.index),
                claim=holders.innermost(draft.span),
                score=round(draft.score, 2),
            )
        )
    merged = events_merge.merge(found, _story(told, mentions))
    ordered = sorted(merged, key=lambda e: e.trigger)
    return tuple(replace(e, id=f"v{n}") for n, e in enumerate(ordered, start=1)), ()


def _story(told: Told, mentions: Sequence[Mention]) -> events_merge.Story:
    analysis = told.analysis
    whose = {m.id: m.entity or m.id for m in mentions}
    states = {e.id: e.country for e in told.entities}
    nouns = {m.id: analysis.text[slice(*m.span)].lower().split()[-1] for m in mentions if m.form == "noun"}
    names = {m.id for m in mentions if m.form == "name"}
    return events_merge.Story(
        text=analysis.text,
        headline_end=analysis.headline_end,
        who=lambda m: whose.get(m, m),
        state=lambda m: states.get(whose.get(m, m)),
        named=lambda m: m in names,
        noun=lambda m: nouns.get(m, ""),
    )
