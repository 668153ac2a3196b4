"""The reading room in a browser: listed, found, opened on the words, with and without scripts."""

import pytest

from tests.browser.conftest import Open
from tests.golden_pages import gold

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_from_the_list_to_a_claim_to_its_words_and_back(room: str, open_page: Open, scripts: bool, scheme: str) -> None:
    page = open_page(room, scripts=scripts, scheme=scheme)
    page.click(f"text={gold('b07')['headline']}")
    assert "/page/" in page.url
    page.click("#claim-c2 .said a")
    assert page.url.endswith("#at-claim-c2")
    page.click("#article a[href='#claim-c2']")
    assert page.url.endswith("#claim-c2")
    lit = page.locator("#claim-c2").evaluate("e => getComputedStyle(e).backgroundColor")
    other = page.locator("#claim-c1").evaluate("e => getComputedStyle(e).backgroundColor")
    assert lit != other


def test_words_are_found_without_scripts(room: str, open_page: Open) -> None:
    page = open_page(room, scripts=False)
    page.fill("#q", "cholera")
    page.click("form.find button")
    assert page.locator("#rows h2").all_inner_texts() == [gold("b07")["headline"]]


def test_words_are_found_while_they_are_typed(room: str, open_page: Open) -> None:
    page = open_page(f"{room}search?q=Kyrgyz")
    assert page.locator("#rows h2").all_inner_texts() == [gold("a03")["headline"]]
    page.fill("#q", "cholera")
    page.locator("#found h1", has_text="cholera").wait_for()
    assert page.locator("#rows h2").all_inner_texts() == [gold("b07")["headline"]]
    page.wait_for_url("**/search?q=cholera")
    assert page.evaluate("document.activeElement.id") == "q"


def test_more_pages_are_added_below(room: str, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.web.rooms.ON_A_PAGE", 2)
    page = open_page(room)
    assert page.locator("#rows li").count() == 2
    page.click("#more a")
    page.locator("#rows li").nth(2).wait_for()
    page.locator("#more a").wait_for(state="detached")
    assert page.locator("#more a").count() == 0


def test_an_older_version_is_opened(room: str, open_page: Open) -> None:
    page = open_page(room)
    page.click(f"text={gold('a01')['headline']}")
    page.click("text=Version 2 of 2")
    page.click("details.versions >> text=Version 1")
    assert "not the latest" in page.inner_text("details.versions summary")


@pytest.mark.parametrize("width", [320, 390, 1000, 1400])
def test_nothing_is_wider_than_the_screen(room: str, open_page: Open, width: int) -> None:
    page = open_page(room, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click(f"text={gold('b07')['headline']}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
