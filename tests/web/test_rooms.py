"""What a reader finds in the reading room, and what is told where there is nothing."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

from onrecord.exports import FORMATS, html
from onrecord.model import Record
from onrecord.store.database import Store
from onrecord.web import rooms
from tests.exports.records import hostile
from tests.golden_pages import gold, gold_record
from tests.store.records import record as small_record
from tests.web.conftest import PAGES, Room


def seen(client: TestClient, address: str, status: int = 200) -> lxml_html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    return lxml_html.document_fromstring(answer.content)


def strings(page: lxml_html.HtmlElement, path: str) -> list[str]:
    """What an XPath finds that is text; the type of its result is not known beforehand."""
    found: Any = page.xpath(path)
    return [*found]


def text_of(element: lxml_html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def kept_id(store: Path, page_id: str) -> str:
    with Store.open(store) as opened:
        return opened.find(gold(page_id)["url"]).id


def test_the_last_page_added_stands_first(kept: Path, room: Room) -> None:
    page = seen(room(kept), "/")
    headlines = [text_of(h2) for h2 in page.xpath("//ol[@id='rows']//h2")]
    assert headlines == [gold(page_id)["headline"] for page_id in reversed(PAGES)]
    assert "3 pages kept" in text_of(page)
    assert "25 claims, 7 events" in text_of(page)


def test_many_pages_come_in_turn(tmp_path: Path, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "ON_A_PAGE", 4)
    store = tmp_path / "many.sqlite"
    with Store.open(store, create=True) as opened:
        for number in range(10):
            opened.add(small_record(url=f"https://news.example/{number}", headline=f"Number {number}"))
    client, address, found = room(store), "/", []
    for _ in range(3):
        page = seen(client, address)
        found += [text_of(h2) for h2 in page.xpath("//ol[@id='rows']//h2")]
        address = next(iter(page.xpath("//p[@id='more']/a/@href")), "")
    assert found == [f"Number {number}" for number in range(9, -1, -1)]
    assert address == ""


def test_words_are_found_and_lead_to_their_claim(kept: Path, room: Room) -> None:
    client = room(kept)
    page = seen(client, "/search?q=cholera+weeks")
    assert [text_of(h2) for h2 in page.xpath("//ol[@id='rows']//h2")] == [gold("b07")["headline"]]
    assert "cholera" in [text_of(mark) for mark in page.xpath("//mark")]
    (link,) = page.xpath("//ol[@id='rows']//h2/a/@href")
    address, _, to = link.partition("#")
    assert to.startswith("claim-")
    assert seen(client, address).xpath(f"//*[@id='{to}']")


def test_words_outside_any_claim_lead_to_themselves(kept: Path, room: Room) -> None:
    client = room(kept)
    (link,) = seen(client, "/search?q=cocktail").xpath("//ol[@id='rows']//h2/a/@href")
    address, _, to = link.partition("#")
    page = seen(client, address)
    (at,) = page.xpath(f"//*[@id='{to}']")
    assert text_of(at.getnext()) == "cocktail"


def test_words_that_only_leave_out_ask_for_nothing(kept: Path, room: Room) -> None:
    assert "All words must be in the page" in text_of(seen(room(kept), "/search?q=-ferry"))


def test_nothing_found_and_nothing_asked_are_told(kept: Path, room: Room) -> None:
    assert "No page has these words." in text_of(seen(room(kept), "/search?q=zeppelin"))
    assert "All words must be in the page." in text_of(seen(room(kept), "/search"))
    for odd in ('"', "-", "*", "NEAR(", "%00", "a" * 9000):
        seen(room(kept), f"/search?q={odd}")


def test_an_article_stands_with_its_record(kept: Path, room: Room) -> None:
    page = seen(room(kept), f"/page/{kept_id(kept, 'a03')}")
    text = [p.text_content() for p in page.xpath("//main//*[self::h1 or self::p[@class='text']]")]
    assert "\n\n".join(text) == gold("a03")["text"]
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert links <= set(ids)
    assert len(page.xpath("//div[@class='card claim']")) == len(gold("a03")["claims"])


def test_older_versions_stay_and_are_linked(kept: Path, room: Room) -> None:
    record = gold_record("a03")
    changed = replace(record, article=replace(record.article, text=record.article.text + " It was withdrawn."))
    with Store.open(kept) as store:
        page_id = store.add(changed).kept.id
    client = room(kept)
    latest = seen(client, f"/page/{page_id}")
    assert "It was withdrawn." in text_of(latest)
    assert "Version 2 of 2" in text_of(latest)
    links = latest.xpath("//details[@class='versions']//a/@href")
    assert links == [f"/page/{page_id}?version=2", f"/page/{page_id}?version=1"]
    first = seen(client, links[1])
    assert "It was withdrawn." not in text_of(first)
    assert "Version 1 of 2, not the latest" in text_of(first)


@pytest.mark.parametrize("name", FORMATS)
def test_a_record_can_be_taken_away(name: str, kept: Path, room: Room) -> None:
    page_id = kept_id(kept, "b07")
    answer = room(kept).get(f"/page/{page_id}/as/{name}")
    assert answer.status_code == 200
    assert answer.text == FORMATS[name].write(gold_record("b07"))
    assert answer.headers["content-disposition"] == f'attachment; filename="onrecord-{page_id}.{FORMATS[name].suffix}"'
    if name == "json":
        assert Record.from_dict(answer.json()) == gold_record("b07")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nowhere", 404),
        ("/page/ffffffff", 404),
        ("/page/x'%20or%201=1", 404),
        ("/page/%00", 404),
        ("/page/{id}?version=9", 404),
        ("/page/{id}?version=-1", 404),
        ("/page/{id}?version=%D9%A1", 404),
        ("/page/{id}?version=99999999999999999999", 404),
        ("/page/{id}/as/exe", 404),
        ("/page/ffffffff/as/json", 404),
        ("/?after=ffffffff", 404),
        ("/search?q=bank&after=ffffffff", 404),
        ("/static/..%2fapp.py", 404),
        ("/static/app.py", 404),
        ("/page/{id}?words=9-1", 200),
        ("/page/{id}?words=999999999-999999999", 200),
        ("/page/{id}?words=x", 200),
    ],
)
def test_what_is_not_there_is_a_plain_page(address: str, status: int, kept: Path, room: Room) -> None:
    page = seen(room(kept), address.replace("{id}", kept_id(kept, "a01")), status)
    assert page.xpath("//h1")
    assert page.xpath("//a[@href='/']")


def test_without_a_store_the_room_says_how_to_begin(tmp_path: Path, room: Room) -> None:
    client = room(tmp_path / "none.sqlite")
    assert "Nothing is kept yet" in text_of(seen(client, "/"))
    assert "onrecord add" in text_of(seen(client, "/"))
    seen(client, "/page/abcd", 404)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_file_that_is_no_store_is_told_in_a_page(tmp_path: Path, room: Room) -> None:
    (tmp_path / "odd.sqlite").write_bytes(b"no database" * 1000)
    page = seen(room(tmp_path / "odd.sqlite"), "/", 503)
    assert "odd.sqlite" in text_of(page)


def test_a_fault_of_ours_tells_no_detail(kept: Path, room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> str:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("onrecord.web.rooms.views.of", fails)
    client = room(kept)
    answer = client.get(f"/page/{kept_id(kept, 'a01')}")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Something went wrong here" in answer.text


def test_only_reading_is_possible(kept: Path, room: Room) -> None:
    client = room(kept)
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/").status_code == 405
    assert client.head("/").status_code == 200


def test_a_hostile_record_is_shown_and_obeyed_in_nothing(tmp_path: Path, room: Room) -> None:
    store = tmp_path / "hostile.sqlite"
    with Store.open(store, create=True) as opened:
        page_id = opened.add(hostile()).kept.id
    client = room(store)
    for address in ("/", f"/page/{page_id}", "/search?q=script", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"):
        answer = client.get(address)
        assert answer.status_code == 200
        page = lxml_html.document_fromstring(answer.content)
        assert "<script>alert" not in answer.text
        assert all(src.startswith("/static/") for src in strings(page, "//@src"))
        assert not [name for name in strings(page, "//@*") if getattr(name, "attrname", "").startswith("on")]
        assert not set("\u202e\u2066\x00") & set(answer.text)


def test_the_one_style_in_the_page_is_allowed_by_its_hash(kept: Path, room: Room) -> None:
    answer = room(kept).get(f"/page/{kept_id(kept, 'a01')}")
    policy = answer.headers["content-security-policy"]
    page = lxml_html.document_fromstring(answer.content)
    (style,) = strings(page, "//style/text()")
    assert html.hash_of(style) in policy
    assert "unsafe" not in policy
    assert not page.xpath("//script[not(@src)] | //@style")


def test_everything_comes_from_the_room_itself(kept: Path, room: Room) -> None:
    client = room(kept)
    for address in ("/", "/search?q=bank", f"/page/{kept_id(kept, 'a01')}"):
        page = seen(client, address)
        for link in [*page.xpath("//link/@href"), *page.xpath("//@src")]:
            assert re.match(r"/static/[\w.]+$", link)
            assert client.get(link).status_code == 200
