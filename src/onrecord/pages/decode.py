"""Bytes to text, as a browser would read them.

The order is that of the WHATWG encoding sniffing algorithm: byte order mark, HTTP header, a charset declared in the
first bytes, then UTF-8 where the bytes fit it, else windows-1252. One departure: bytes that are whole UTF-8 with
letters beyond ASCII are read as UTF-8 even where windows-1252 is declared, because the declaration is then wrong.
"""

import codecs
import re

from onrecord.errors import NotText

PRESCAN = 4096
DEFAULT = "cp1252"

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Labels that the WHATWG Encoding Standard reads as another, wider encoding.
LABELS = {
    "latin1": "cp1252", "latin-1": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "l1": "cp1252",
    "ascii": "cp1252", "us-ascii": "cp1252", "x-user-defined": "cp1252",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "windows-874": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "korean": "cp949", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "macintosh": "mac_roman", "x-mac-roman": "mac_roman",
}  # fmt: skip

KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "an RTF document"),
)

_META = re.compile(rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*["']([a-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([a-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NOT_TEXT = bytes((*range(9), 11, *range(14, 27), *range(28, 32)))
_REMOVED = bytes((*range(9), 11, *range(14, 32), 127))
_SAMPLE = 65536
_MOST_CONTROLS = 0.02


def text(data: bytes, content_type: str | None = None) -> str:
    """The text of `data` with "\\n" at line ends and without control characters.

    Raises NotText where the data is binary; the message says what it seems to be.
    """
    kind = binary_kind(data)
    if kind:
        raise NotText(f"it is {kind}, not a page; onrecord reads HTML and plain text")
    mark, encoding = _encoding(data, content_type)
    data = data[len(mark) :]
    if encoding.startswith(("utf-16", "utf-32")):
        decoded = _CONTROLS.sub("", data.decode(encoding, "replace"))
    else:  # in every other encoding of LABELS these bytes stand for themselves, and bytes are quicker
        decoded = data.translate(None, _REMOVED).decode(encoding, "replace")
    return decoded.replace("\r\n", "\n").replace("\r", "\n").replace("\x0c", "\n")


def binary_kind(data: bytes) -> str | None:
    """What binary data seems to be, in words ("a PDF file"); None for what may be text."""
    for start, kind in KINDS:
        if data.startswith(start):
            return kind
    if data[4:8] == b"ftyp":
        return "a film or a picture"
    if any(data.startswith(mark) for mark, _ in BOMS):
        return None
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _NOT_TEXT))
    return "binary data" if controls > max(2, len(sample) * _MOST_CONTROLS) else None


def _encoding(data: bytes, content_type: str | None) -> tuple[bytes, str]:
    """(byte order mark, name of the codec)."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return mark, name
    declared = _from_header(content_type) or _from_bytes(data)
    if declared in (None, DEFAULT) and _is_utf8(data):
        return b"", "utf-8"
    return b"", declared or DEFAULT


def _from_header(content_type: str | None) -> str | None:
    match = _HEADER.search(content_type or "")
    return _codec(match[1]) if match else None


def _from_bytes(data: bytes) -> str | None:
    head = data[:PRESCAN]
    match = _XML.match(head) or _META.search(head)
    name = _codec(match[1].decode("ascii")) if match else None
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def _codec(label: str) -> str | None:
    name = label.strip().lower()
    name = LABELS.get(name, name.replace("windows-", "cp"))
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    # Python also knows codecs that are no encodings of text ("base64", "rot13").
    return found.name if getattr(found, "_is_text_encoding", True) else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data) - 4 and len(data) > 100
    return True
