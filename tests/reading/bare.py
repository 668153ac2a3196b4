"""An analysis of words and sentences only, as if no parser were there, for tests."""

from onrecord.language import sentences, tokens
from onrecord.model import Analysis, Sentence, Token


def bare(text: str) -> Analysis:
    """The text's words without grammar; each paragraph is one sentence."""
    blocks = sentences.paragraphs(text)
    words: list[Token] = []
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        own = tokens.find(text, block)
        found.append(Sentence(span=block, first=len(words), last=len(words) + len(own), paragraph=number))
        words.extend(own)
    return Analysis(
        text=text, has_headline=False, paragraphs=blocks, sentences=tuple(found), tokens=tuple(words), names=()
    )
