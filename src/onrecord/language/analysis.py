"""The language core's entry: a text in; its sentences, words with grammar, names, and what the heads suggest out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from onrecord.language import encoder, grammar, labels, missed, sentences, signals, spans, tokens
from onrecord.language.encoder import Floats, Model, Reading, Words
from onrecord.model import Analysis, EntityKind, Name, Part, Sentence, Span, Token, Trigger

BLOCK_WORDS = 12_000  # of a long text read at a time, so that memory stays bounded
PARTY_TAGS = frozenset(["NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"])
KINDS: dict[str, EntityKind | None] = {
    "Person": "person", "Organization": "organisation", "Location": "place", "Facility": "place", "NORP": "group",
    "Product": "thing", "Misc": None,
}  # fmt: skip


def analyse(text: str, *, headline: str | None) -> Analysis:
    """What the language core sees in a text; time and memory are linear in its length.

    Offsets count code points of `text`. With a headline, paragraph 0 is the headline if it reads so.
    """
    blocks = sentences.paragraphs(text)
    has_headline = bool(headline and blocks) and text[slice(*blocks[0])].strip() == (headline or "").strip()
    found = Analysis(
        text=text,
        has_headline=has_headline,
        paragraphs=blocks,
        sentences=(),
        tokens=(),
        names=(),
        parts=(),
        triggers=(),
    )
    layers = _Layers()
    for group in _groups(text, blocks):
        layers.add(group, encoder.model())
    return replace(
        found,
        sentences=tuple(layers.sentences),
        tokens=tuple(layers.tokens),
        names=tuple(layers.names),
        parts=tuple(layers.parts),
        triggers=tuple(layers.triggers),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """Some paragraphs of a text, or a part of a long one: their tokens, the first token of each, the first
    one's number, and whether the text begins here."""

    tokens: list[Token]
    paragraphs: list[int]
    number: int
    text: str
    opens: bool


def _groups(text: str, blocks: Sequence[Span]) -> Iterator[_Group]:
    words: list[Token] = []
    firsts: list[int] = []
    number = 0
    opens = True
    for block_number, block in enumerate(blocks):
        own = tokens.find(text, block)
        for part in (own[at : at + BLOCK_WORDS] for at in range(0, len(own), BLOCK_WORDS)):
            if words and len(words) + len(part) > BLOCK_WORDS:
                yield _Group(tokens=words, paragraphs=firsts, number=number, text=text, opens=opens)
                words, firsts, opens = [], [], False
            number = block_number if not words else number
            firsts.append(len(words))
            words += part
    if words:
        yield _Group(tokens=words, paragraphs=firsts, number=number, text=text, opens=opens)


class _Layers:
    """The layers of the whole text, filled group by group."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self.tokens: list[Token] = []
        self.names: list[Name] = []
        self.parts: list[Part] = []
        self.triggers: list[Trigger] = []

    def add(self, group: _Group, model: Model) -> None:
        readings = encoder.read(_words(group))
        scores = grammar.columns(np.concatenate([r.scores for r in readings]))
        ends = sentences.ends(group.tokens, scores["end"][:, 0], group.paragraphs)
        words = grammar.parsed(group.tokens, scores, readings, ends, model)
        base = len(self.tokens)
        names = list(_names(words, scores["name"]))
        self.names += sorted([*names, *missed.states(words, names)], key=lambda name: name.span)
        self._signals(words, scores, readings, model)
        self._sentences(words, ends, group)
        self.tokens += [replace(t, head=None if t.head is None else t.head + base) for t in words] if base else words

    def _sentences(self, words: Sequence[Token], ends: Sequence[int], group: _Group) -> None:
        base, first, paragraph = len(self.tokens), 0, 0
        for last in ends:
            while paragraph + 1 < len(group.paragraphs) and group.paragraphs[paragraph + 1] <= first:
                paragraph += 1
            span = words[first].span[0], words[last - 1].span[1]
            number = group.number + paragraph
            self.sentences.append(Sentence(span=span, first=base + first, last=base + last, paragraph=number))
            first = last

    def _signals(
        self, words: Sequence[Token], scores: dict[str, Floats], readings: Sequence[Reading], model: Model
    ) -> None:
        base, at = len(self.tokens), len(self.parts)
        vectors = (np.concatenate([getattr(r, name) for r in readings]) for name in ("askers", "answers", "none"))
        pointers = signals.Pointers(*vectors)
        for part in signals.parts(scores["claim"], scores["stance"], model.steps, pointers):
            link = None if part.link is None else part.link + at
            self.parts.append(replace(part, first=part.first + base, last=part.last + base, link=link))
        candidates = [i for i, word in enumerate(words) if word.tag in PARTY_TAGS]
        for trigger in signals.triggers(scores["trigger"], scores["status"], pointers, candidates):
            self.triggers.append(_moved(trigger, base))


def _moved(trigger: Trigger, base: int) -> Trigger:
    return replace(
        trigger,
        first=trigger.first + base,
        last=trigger.last + base,
        actors=tuple((word + base, score) for word, score in trigger.actors),
        recipients=tuple((word + base, score) for word, score in trigger.recipients),
    )


def _words(group: _Group) -> Words:
    spaced = [t.span[0] == 0 or group.text[t.span[0] - 1].isspace() for t in group.tokens]
    edges = [*group.paragraphs, len(group.tokens)]
    units = [s.first for a, b in pairwise(edges) for s in sentences.find(group.tokens[a:b], a, 0)]
    texts = [t.text for t in group.tokens]
    return encoder.words(texts, spaced, group.paragraphs, units, opens=group.opens)


def _names(words: Sequence[Token], scores: Floats) -> Iterator[Name]:
    """Names in text order; dates and sums of money are none."""
    for first, last, kind, share in spans.names(scores, len(labels.NAMES)):
        tag = labels.NAMES[kind]
        if tag in KINDS:
            span = words[first].span[0], words[last - 1].span[1]
            yield Name(span=span, kind=KINDS[tag], tag=tag, score=round(share, 4))
