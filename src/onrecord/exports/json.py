"""A record as JSON: all of it, in the form of docs/record.md."""

import json

from onrecord.model import Record


def whole(record: Record) -> str:
    """The record as JSON text that UTF-8 can hold: half a surrogate pair makes it all escaped."""
    plain = record.to_dict()
    text = json.dumps(plain, ensure_ascii=False, indent=2)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(plain, indent=2)
    return text + "\n"
