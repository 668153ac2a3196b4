"""The language core's entry: a text in, its paragraphs, sentences, words and names out."""

from onrecord.language import names, sentences, tokens
from onrecord.model import Analysis, Sentence, Token


def analyse(text: str, *, headline: str | None) -> Analysis:
    """What can be seen in a text without knowing what it means; linear in its length.

    Offsets count code points of `text`. With a headline, paragraph 0 is the headline if it reads so.
    Grammar of tokens (lemma, tag, head, relation) stays None.
    """
    blocks = sentences.paragraphs(text)
    words: list[Token] = []
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        own = tokens.find(text, block)
        found.extend(sentences.find(own, len(words), number))
        words.extend(own)
    has_headline = bool(headline and blocks) and text[slice(*blocks[0])].strip() == (headline or "").strip()
    bare = Analysis(
        text=text,
        has_headline=has_headline,
        paragraphs=blocks,
        sentences=tuple(found),
        tokens=tuple(words),
        names=(),
    )
    return Analysis(
        text=text,
        has_headline=has_headline,
        paragraphs=blocks,
        sentences=bare.sentences,
        tokens=bare.tokens,
        names=names.find(bare),
    )
