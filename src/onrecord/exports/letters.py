"""The letters of a record as a page may show them: nothing that turns the writing round or hides in it."""

import re
from hashlib import sha256

# Controls, overrides of the direction of writing, half surrogate pairs. One letter each, so offsets stay.
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SAFE_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")


def shown(words: str) -> str:
    """The words, each unsafe letter replaced by one; of the same length."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words)


def flat(words: str, most: int | None = None) -> str:
    """The words on one line, cut between words after `most` letters."""
    line = " ".join(shown(words).split())
    if most is None or len(line) <= most:
        return line
    cut = line[:most]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:") + " …"


def anchor(kind: str, record_id: str) -> str:
    """The name by which a part of the record is linked to: "claim-c3"; a digest for an odd id."""
    if SAFE_ID.fullmatch(record_id):
        return f"{kind}-{record_id}"
    return f"{kind}-x{sha256(record_id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
