"""Bytes become text as a browser would read them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import NotText
from onrecord.pages import decode

CYRILLIC = "Переговоры в Душанбе отложены"


@pytest.mark.parametrize(
    ("data", "content_type", "expected"),
    [
        ("Zoë".encode(), None, "Zoë"),
        (codecs.BOM_UTF8 + "Zoë".encode(), "text/html; charset=iso-8859-1", "Zoë"),
        (codecs.BOM_UTF16_LE + "Zoë".encode("utf-16-le"), None, "Zoë"),
        (codecs.BOM_UTF16_BE + "Zoë".encode("utf-16-be"), None, "Zoë"),
        (b"\x93Zo\xeb\x94", "text/html; charset=iso-8859-1", "“Zoë”"),
        (b"\x93Zo\xeb\x94", None, "“Zoë”"),
        (CYRILLIC.encode("cp1251"), 'text/html; charset="windows-1251"', CYRILLIC),
        (b'<meta charset="koi8-r">' + CYRILLIC.encode("koi8-r"), None, '<meta charset="koi8-r">' + CYRILLIC),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + CYRILLIC.encode("cp1251"),
            None,
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + CYRILLIC,
        ),
        (
            b'<?xml version="1.0" encoding="windows-1252"?><p>Zo\xeb</p>',
            None,
            '<?xml version="1.0" encoding="windows-1252"?><p>Zoë</p>',
        ),
        ("<meta charset=windows-1252>Zoë".encode(), None, "<meta charset=windows-1252>Zoë"),
        (b"<meta charset=utf-16>plain", None, "<meta charset=utf-16>plain"),
        (b"<meta charset=nonsense>Zo\xeb", None, "<meta charset=nonsense>Zoë"),
        ("東京".encode("cp932"), "text/html; charset=Shift_JIS", "東京"),
    ],
)
def test_encodings(data: bytes, content_type: str | None, expected: str) -> None:
    if data.startswith(b"<meta charset=windows-1252>"):
        # Declared wrongly: what is whole UTF-8 beyond ASCII is read as what the declaration says or as UTF-8.
        assert decode.text(data, content_type) in (expected, "<meta charset=windows-1252>ZoÃ«")
        return
    assert decode.text(data, content_type) == expected


def test_line_ends_and_controls() -> None:
    assert decode.text(b"one\r\ntwo\rthree\x0cfour\x00\x08") == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x00\x00\x00\x18ftypmp42", "film"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_binary_data_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(NotText, match=kind):
        decode.text(data)


def test_a_codec_that_is_no_text_encoding_is_not_used() -> None:
    assert decode.text(b"<meta charset=base64>aGVsbG8=") == "<meta charset=base64>aGVsbG8="


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=60)))
def test_never_fails_but_for_binary_data(data: bytes, content_type: str | None) -> None:
    try:
        found = decode.text(data, content_type)
    except NotText:
        return
    assert not set(found) & {"\r", "\x00", "\x0c"}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    assert decode.text(codecs.BOM_UTF8 + text.encode()) == text
