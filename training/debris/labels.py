"""Which blocks of a page are of its article: words of the page aligned with words of the gold body."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

WORD = re.compile(r"\w+")
SHORTEST_RUN = 4  # words that must match in a row, or a whole block


def of_blocks(texts: Sequence[str], body: str) -> list[int]:
    """1 for a block at least half of whose words align with the body, else 0."""
    owner: list[int] = []
    words: list[str] = []
    for number, text in enumerate(texts):
        found = WORD.findall(text)
        words += found
        owner += [number] * len(found)
    sizes = [0] * len(texts)
    for number in owner:
        sizes[number] += 1
    matched = [0] * len(texts)
    matcher = SequenceMatcher(None, words, WORD.findall(body), autojunk=False)
    for start, _, length in matcher.get_matching_blocks():
        run: dict[int, int] = {}
        for number in owner[start : start + length]:
            run[number] = run.get(number, 0) + 1
        for number, count in run.items():
            if length >= SHORTEST_RUN or count == sizes[number]:
                matched[number] += count
    return [int(size > 0 and 2 * hits >= size) for hits, size in zip(matched, sizes)]
