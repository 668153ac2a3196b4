"""One spelling for the many that a place name may have: no case, accents, full stops, apostrophes or hyphens."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
        "ə": "a", ".": None, "'": None, "’": None, "‘": None, "ʻ": None, "ʼ": None, "`": None, "´": None, "′": None,
        "&": " and ",
    }
)  # fmt: skip
_WORDS = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name's key in the gazetteer: "St. John's" and "Saint Johns" have the same one.

    Empty where nothing is left. A leading article goes, unless it is all there is.
    """
    if name.isascii():
        plain = name.lower()
    else:
        apart = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(c for c in apart if not unicodedata.combining(c))
        plain = plain.casefold()  # some capitals come out only here
    plain = plain.translate(_LETTERS)
    words = "".join(c if c.isalnum() else " " for c in plain).split()
    if len(words) > 1:
        words = [_WORDS.get(word, word) for word in words]
        if words[0] == "the":
            del words[0]
    return " ".join(words)
