"""Parsed texts by hand: "word/lemma/TAG/head/relation", heads from 1 in the sentence, 0 for the root."""

from collections.abc import Sequence
from itertools import groupby

from onrecord.model import Analysis, Mention, Name, Sentence, Span, Token


def parsed(*lines: str, headline: bool = False, grammar: bool = True) -> Analysis:
    """The analysis of sentences, each a paragraph of its own; without grammar only words and names."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    text = ""
    for number, line in enumerate(lines):
        text += "\n\n" if number else ""
        first, start = len(tokens), len(text)
        for word in line.split(" "):
            text += " " if len(text) > start and word[0] not in ".," else ""
            tokens.append(_token(word, len(text), first, grammar))
            text += tokens[-1].text
        own = tokens[first:]
        sentences.append(Sentence(span=(start, len(text)), first=first, last=len(tokens), paragraph=number))
        names += _names(line.split(" "), own)
    return Analysis(
        text=text,
        has_headline=headline,
        paragraphs=tuple(s.span for s in sentences),
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        names=tuple(names),
    )


def _token(word: str, at: int, base: int, grammar: bool) -> Token:
    form, lemma, tag, head, relation = word.split("/")
    span = at, at + len(form)
    if not grammar:
        return Token(span=span, text=form)
    index = None if head == "0" else base + int(head) - 1
    return Token(span=span, text=form, lemma=lemma, tag=tag, head=index, relation=relation)


def _names(words: Sequence[str], tokens: Sequence[Token]) -> list[Name]:
    found = []
    for proper, run in groupby(zip(words, tokens), key=lambda pair: "/PROPN/" in pair[0]):
        if proper:
            own = [token for _, token in run]
            found.append(Name(span=(own[0].span[0], own[-1].span[1]), kind=None))
    return found


def named(analysis: Analysis, wanted: Sequence[tuple[Span, Span]]) -> tuple[Mention, ...]:
    """A mention for each noun phrase; the same words are the same entity."""
    spans = dict.fromkeys(span for span, _ in wanted)
    return tuple(
        Mention(
            id=f"m{n}", span=span, kind="thing", form="noun",
            entity=analysis.text[slice(*span)].removeprefix("the ").lower(),
        )
        for n, span in enumerate(spans, start=1)
    )  # fmt: skip
