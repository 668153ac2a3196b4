"""Claims as the encoder's heads see them: parts of claims joined by their links, level by level."""

from collections.abc import Iterator, Sequence

from onrecord.language.words import EDGES
from onrecord.model import Analysis, Part, Span, Stance, Token
from onrecord.reading.claims_drafts import Draft

PATTERN = "learned"


def drafts(analysis: Analysis) -> list[Draft]:
    """The claims of the encoder's parts, in text order; contents that hang on one cue are one claim.

    A content without a cue is none here: what continues a claim is worked out from quotations.
    """
    groups: dict[int, list[Part]] = {}
    for part in analysis.parts:
        if part.role == "content" and part.link is not None:
            groups.setdefault(part.link, []).append(part)
    found = [_draft(analysis, analysis.parts[cue], contents) for cue, contents in groups.items()]
    return sorted((d for d in found if d is not None), key=lambda d: d.content[0])


def _draft(analysis: Analysis, cue: Part, contents: Sequence[Part]) -> Draft | None:
    source = analysis.parts[cue.link] if cue.link is not None else None
    content = tuple(span for part in contents if (span := _span(analysis, part)))
    if not content:
        return None
    chances = [*(p.score * (p.link_score or 1.0) for p in contents), cue.score]
    if source is not None:
        chances.append(source.score * (cue.link_score or 1.0))
    return Draft(
        source=tuple(filter(None, [_span(analysis, source)])) if source is not None else (),
        cue=tuple(filter(None, [_span(analysis, cue, keep=True)])),
        content=content,
        stance=_stance(cue),
        pattern=PATTERN,
        score=min(chances),
    )


def _stance(cue: Part) -> Stance:
    return cue.stances[0][0] if cue.stances else "asserts"


def _span(analysis: Analysis, part: Part, *, keep: bool = False) -> Span | None:
    """The words of a part without marks at its edges; `keep` leaves a part that is nothing but marks as it is."""
    first, last = part.first, part.last
    tokens = analysis.tokens
    while first < last and (tokens[first].text in EDGES or (not keep and _is_that(tokens[first]))):
        first += 1
    while first < last and tokens[last - 1].text in EDGES:
        last -= 1
    if first == last:
        return (tokens[part.first].span[0], tokens[part.last - 1].span[1]) if keep else None
    return tokens[first].span[0], tokens[last - 1].span[1]


def _is_that(token: Token) -> bool:
    """Whether a word is the "that" which opens a clause; contents leave it out."""
    return token.text.lower() == "that" and token.relation == "mark"


def spare(analysis: Analysis) -> Iterator[Part]:
    """Contents that hang on no cue."""
    return (p for p in analysis.parts if p.role == "content" and p.link is None)
