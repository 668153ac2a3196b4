"""Names of states that the encoder passed over: words tagged as proper names that a table of states knows."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.knowledge import countries
from onrecord.model import Name, Token

MOST_WORDS = 4
# states whose names are as often a person's, another place's or an ordinary word
ALSO_OTHERS = frozenset(["Jordan", "Georgia", "Chad", "Jersey", "Turkey", "Guinea", "Grenada", "Dominica", "Monaco"])
MONEY = frozenset(["$", "€", "£", "¥"])


def states(words: Sequence[Token], names: Sequence[Name]) -> Iterator[Name]:
    """The names of states among `words` that lie outside of all `names`, in text order; `score` is None."""
    ends = [name.span[1] for name in names]
    at = 0
    while at < len(words):
        last = _last(words, at) if words[at].tag == "PROPN" else None
        if last is None:
            at += 1
            continue
        span = words[at].span[0], words[last - 1].span[1]
        behind = bisect_left(ends, span[0] + 1)
        tells_money = last < len(words) and words[last].text in MONEY  # "US $5 million"
        if not tells_money and (behind == len(names) or names[behind].span[0] >= span[1]):
            yield Name(span=span, kind="place", tag="Location")
        at = last


def _last(words: Sequence[Token], at: int) -> int | None:
    """The word after the longest name of a state that begins here; None where none does."""
    for last in range(min(len(words), at + MOST_WORDS), at, -1):
        name = " ".join(word.text for word in words[at:last])
        if name[0].isupper() and name not in ALSO_OTHERS and countries.by_name(name) is not None:
            return last
    return None
