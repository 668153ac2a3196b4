"""What a person types to look for, as a query that FTS5 always understands."""

import re
from itertools import islice

# A phrase in straight or curly quotes (the closing one may be missing), else what stands between blanks.
TERM = re.compile(r'(-?)(?:["“”]([^"“”]*)["“”]?(\*?)|([^\s"“”]+))')
WORD = re.compile(r"[^\W_]")
MOST_TERMS = 64


def query(words: str) -> str | None:
    """The FTS5 query: all of the words, phrases in quotes, -word without it, prefix* for beginnings.

    Everything else is taken literally. None where nothing is to be looked for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in islice(TERM.finditer(words), MOST_TERMS):
        minus, phrase, star, word = match.groups()
        if term := _phrase(phrase, star) if word is None else _word(word):
            (unwanted if minus else wanted).append(term)
    if not wanted:
        return None
    query = " AND ".join(wanted)
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def _word(word: str) -> str | None:
    return _phrase(word.rstrip("*"), "*" if word.endswith("*") else "")


def _phrase(phrase: str, star: str) -> str | None:
    if not WORD.search(phrase):
        return None
    literal = phrase.replace("\0", " ").replace('"', '""').encode("utf-8", "replace").decode("utf-8")
    return f'"{literal}"{star and " *"}'
