"""Pages come in from files, folders, standard input, bytes and texts, under a bound of size."""

import gzip
import io
from pathlib import Path

import pytest

from onrecord.errors import DateError, FetchError, NoArticle, NotText, PageError, TooLarge
from onrecord.pages import sources
from onrecord.settings import Settings
from tests.pages import site

HTML = site.STORY


def one(source: sources.Source, settings: Settings | None = None) -> str | bytes:
    (page,) = sources.pages(source, settings or Settings())
    return page.data


def test_a_file_as_path_or_as_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML)
    assert one(path) == one(str(path)) == HTML.encode()


def test_bytes_texts_and_markup_are_content() -> None:
    assert one(HTML.encode()) == HTML.encode()
    assert one(HTML) == HTML
    assert one("Headline\n\nA story.") == "Headline\n\nA story."


def test_url_and_date_of_the_caller_are_kept() -> None:
    (page,) = sources.pages(HTML, Settings(), url="https://paper.example/1", published="2024-05-12")
    assert (page.url, page.published) == ("https://paper.example/1", "2024-05-12")


def test_a_bad_date_is_told_at_once() -> None:
    with pytest.raises(DateError):
        sources.pages(HTML, Settings(), published="12 May")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(HTML.encode())))
    assert one("-") == HTML.encode()


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(HTML.encode()))
    assert one(path) == HTML.encode()


@pytest.mark.parametrize("damage", [lambda d: d[:-9], lambda d: d[:12] + b"\xff\xff\xff" + d[15:]])
def test_damaged_gzip_is_told(damage: object) -> None:
    with pytest.raises(NotText, match="gzip"):
        one(damage(gzip.compress(HTML.encode() * 50)))  # type: ignore[operator]


def test_a_gzip_bomb_is_not_unpacked() -> None:
    with pytest.raises(TooLarge):
        one(gzip.compress(b" " * site.BOMB))


def test_a_folder_gives_its_pages_by_name_and_goes_on_after_a_bad_one(tmp_path: Path) -> None:
    for name, data in (
        ("b.html", b""),
        ("a.htm", b"<p>a"),
        ("c.txt", b"c"),
        ("d.png", b"\x89PNG"),
        ("sub/e.html", b"e"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = sources.pages(tmp_path, Settings())
    assert next(found).data == b"<p>a"
    with pytest.raises(NoArticle, match=r"b\.html"):
        next(found)
    assert [page.data for page in found] == [b"c", b"e"]


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", NoArticle, "empty"),
        (b" \n\t", NoArticle, "empty"),
        (b"%PDF-1.7", NotText, "PDF"),
        (bytes(range(32)) * 40, NotText, "binary"),
        (b"a" * (8 * 1024 * 1024 + 1), TooLarge, "8 MiB"),
    ],
)
def test_files_that_are_no_pages(tmp_path: Path, data: bytes, error: type[PageError], words: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(data)
    for source in (path, data):
        with pytest.raises(error, match=words) as caught:
            one(source)
        assert "\n" not in str(caught.value)


def test_a_hundred_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    with pytest.raises(TooLarge, match=r"page\.html"):
        one(path)


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no such file"):
        one(tmp_path / "none.html")
    with pytest.raises(NoArticle, match="no pages in it"):
        one(tmp_path)
    with pytest.raises(FetchError, match="cannot be read"):
        one("no\0name.html")


def test_an_address_is_fetched_and_the_callers_url_wins() -> None:
    with site.running() as server:
        (page,) = sources.pages(f"{server}/moved", Settings(fetch_private=True))
        assert (page.source, page.url) == (f"{server}/story", f"{server}/story")
        (page,) = sources.pages(f"{server}/story", Settings(fetch_private=True), url="https://paper.example/1")
        assert page.url == "https://paper.example/1"


def test_a_small_limit_is_told_in_bytes() -> None:
    assert "limit of 1,000 bytes;" in str(TooLarge.beyond("page.html", 1000))
    assert "limit of 9.54 MiB;" in str(TooLarge.beyond("page.html", 10_000_000))
