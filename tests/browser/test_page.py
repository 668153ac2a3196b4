"""The page that stands alone, in a browser: from a claim to its words and back, in any light, without scripts too."""

from typing import Any

import pytest

from onrecord.model import Record
from tests.browser.conftest import Open
from tests.golden_pages import gold_record

pytestmark = pytest.mark.browser
RECORD: Record = gold_record("a03")
NESTED = "claim-c4"  # the draft asserts that the Union intends to cut a bank off
INSIDE = """id => { const box = document.getElementById(id).getBoundingClientRect();
return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth }"""
COLOUR = "selector => getComputedStyle(document.querySelector(selector))[%r]"


def style(page: Any, selector: str, of: str) -> str:
    found: str = page.evaluate(COLOUR % of, selector)
    return found


def hit(page: Any) -> str:
    """The colour of what was followed."""
    found: str = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--hit').trim()")
    return found


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1100, 1400])
def test_a_claim_is_followed_to_its_words_and_back(alone: str, open_page: Open, width: int, scheme: str) -> None:
    page = open_page(alone, width=width, scheme=scheme)
    page.click(f"#{NESTED} .said a")
    assert page.url.endswith(f"#at-{NESTED}")
    assert page.evaluate(INSIDE, f"at-{NESTED}")
    assert style(page, f"#article .in-{NESTED}", "backgroundColor") == rgb(hit(page))
    page.click(f"#article a.in-{NESTED}[href='#{NESTED}']:not(.k-who):not(.k-cue)")
    assert page.url.endswith(f"#{NESTED}")
    assert page.evaluate(INSIDE, NESTED)
    assert style(page, f"#{NESTED}", "backgroundColor") == rgb(hit(page))


def test_the_same_without_scripts(alone: str, open_page: Open) -> None:
    page = open_page(alone, scripts=False)
    page.click("#event-e8 .said a")
    assert page.url.endswith("#at-event-e8")
    page.click("#article a[href='#event-e8']")
    assert page.url.endswith("#event-e8")
    page.click("#article a[href='#place-p5']")
    assert page.url.endswith("#place-p5")
    page.click(".timeline a[href='#event-e5']")
    assert page.url.endswith("#event-e5")
    page.click(".map a[href='#place-p1']")
    assert page.url.endswith("#place-p1")


def test_marks_are_switched_off_and_on_without_scripts(alone: str, open_page: Open) -> None:
    page = open_page(alone, scripts=False)
    glyph = page.locator("#article .k-event .glyph").first
    claim = page.locator("#article a.deep-1.k-claim").first
    name = page.locator("#article a.k-name").first

    def background() -> str:
        found: str = claim.evaluate("e => getComputedStyle(e).backgroundColor")
        return found

    assert glyph.is_visible()
    page.uncheck("#show-events")
    assert not glyph.is_visible()
    page.check("#show-events")
    assert glyph.is_visible()
    on = background()
    page.uncheck("#show-claims")
    assert background() == "rgba(0, 0, 0, 0)" != on
    assert name.evaluate("e => getComputedStyle(e).boxShadow") == "none"
    page.check("#show-names")
    assert name.evaluate("e => getComputedStyle(e).boxShadow") != "none"


def test_where_events_are_off_the_word_leads_to_its_claim(alone: str, open_page: Open) -> None:
    page = open_page(alone)
    trigger = page.locator("#article a[href='#event-e9']").first
    trigger.click()
    assert page.url.endswith("#event-e9")
    page.uncheck("#show-events")
    trigger.click()
    assert page.url.endswith("#claim-c20")


def test_the_same_word_again_leads_one_further_out(alone: str, open_page: Open) -> None:
    page = open_page(alone)
    word = page.locator("#article a[data-to^='event-e1 claim-c4']").first
    found = []
    for _ in range(4):
        word.click()
        found.append(page.url.rpartition("#")[2])
    assert found[0] == found[3] == "event-e1"
    assert found[1:3] == ["claim-c4", "claim-c3"]


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1400])
def test_nothing_is_wider_than_the_screen(alone: str, open_page: Open, width: int) -> None:
    page = open_page(alone, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (
        page.evaluate("document.getElementById('record').scrollWidth - document.getElementById('record').clientWidth")
        <= 0
    )


def test_light_and_dark_are_different_and_readable(alone: str, open_page: Open) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page = open_page(alone, scheme=scheme)
        colours.append((style(page, "body", "color"), style(page, "body", "backgroundColor")))
    assert colours[0][0] != colours[1][0]
    assert colours[0][1] != colours[1][1]


def test_in_print_the_whole_record_is_there(alone: str, open_page: Open) -> None:
    page = open_page(alone)
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert style(page, "#record", "position") == "static"
    assert style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")


def test_the_keyboard_reaches_each_claim_once(alone: str, open_page: Open) -> None:
    page = open_page(alone)
    stops = page.evaluate("[...document.querySelectorAll('#article a')].filter(a => a.tabIndex >= 0).length")
    parts = len(RECORD.claims) + len(RECORD.events) + len(RECORD.times) + len(RECORD.places) + len(RECORD.entities)
    assert 0 < stops <= parts + 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#claims")


def test_nothing_is_asked_of_the_network(alone: str, open_page: Open) -> None:
    page = open_page(alone)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.click(f"#{NESTED} .said a")
    assert [url for url in asked if not url.startswith("file:")] == []
