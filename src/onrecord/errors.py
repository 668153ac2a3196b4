"""Every error that onrecord raises on purpose.

    OnrecordError
    ├── PageError            a page could not be had or holds no article
    │   ├── FetchError       a URL or file could not be reached, or may not be
    │   ├── TooLarge         it is larger than Settings.max_bytes
    │   ├── NotText          it is binary, or of a kind that onrecord does not read
    │   └── NoArticle        it was read, and no article is in it
    ├── DateError            a given date that is none
    ├── RecordError          JSON that is not a record
    ├── SettingsError        a setting that cannot be
    ├── GazetteerError       a gazetteer file that cannot be read or made
    └── StoreError           the store could not be opened, read or written
        └── NotKept          no such page in the store

Every message says in one line what went wrong, where, and what to do about it.
"""

MIB = 1024 * 1024


class OnrecordError(Exception):
    """The root; `exit_code` is what the command line ends with."""

    exit_code = 1


class PageError(OnrecordError):
    """A page could not be had or holds no article."""

    exit_code = 3


class FetchError(PageError):
    """A URL or file could not be reached, or may not be."""


class TooLarge(PageError):
    """The page is larger than Settings.max_bytes."""

    @classmethod
    def beyond(cls, name: str, most: int) -> "TooLarge":
        """What is larger than `most` bytes, told as people count: 8 MiB, 100 bytes."""
        told = f"{most / MIB:.3g} MiB" if most >= MIB else f"{most:,} bytes"
        return cls(f"{name}: is larger than the limit of {told}; raise it with --max-bytes or ONRECORD_MAX_BYTES")


class NotText(PageError):
    """The page is binary, or of a kind that onrecord does not read."""


class NoArticle(PageError):
    """The page was read, and no article is in it."""


class DateError(OnrecordError):
    """A date given by the caller that is not an ISO date."""

    exit_code = 2


class RecordError(OnrecordError):
    """JSON that is not a record; the message names the field."""

    exit_code = 4


class SettingsError(OnrecordError):
    """A setting that cannot be; the message names it and its source."""

    exit_code = 2


class GazetteerError(OnrecordError):
    """A gazetteer file that cannot be read or made; the message names it."""


class StoreError(OnrecordError):
    """The store could not be opened, read or written."""

    exit_code = 5


class NotKept(StoreError):
    """No such page in the store."""
