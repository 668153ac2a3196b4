"""Tells whether a text opens with a headline."""

MOST_WORDS = 30
ENDS = (".", "!", "…", ".”", '."', ".’", ":", ";", ",")


def of_text(text: str) -> str | None:
    """The first paragraph of `text`, as it stands, where it is one short line without a full stop
    and more text follows; else None."""
    first, separator, rest = text.strip("\n").partition("\n\n")
    if not separator or not rest.strip() or "\n" in first:
        return None
    line = first.strip()
    fits = 0 < len(line.split()) <= MOST_WORDS and not line.endswith(ENDS)
    return line if fits and line[0] not in '“"‘' else None
