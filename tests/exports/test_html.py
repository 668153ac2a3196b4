"""The page that stands alone: whole, linked both ways, and nothing in it that a record could command."""

import re
import time
from dataclasses import replace

import pytest
from lxml import etree
from lxml import html as lxml_html

from onrecord.exports import html
from onrecord.model import Article, Claim, Made, Record
from tests.exports.records import HOSTILE, chained, hostile
from tests.golden_pages import IDS, gold_record

OURS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "span", "b", "fieldset", "legend", "label",
    "input", "main", "p", "h1", "h2", "h3", "small", "time", "bdi", "aside", "div", "section", "ol", "ul", "li",
    "abbr", "footer", "script", "svg", "symbol", "circle", "path", "use", "rect", "text", "g",
}  # fmt: skip


def parsed(record: Record) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html.page(record).encode("utf-8", "replace"))


def golden(page_id: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html.page(gold_record(page_id)).encode("utf-8"))


def text_of(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


@pytest.mark.parametrize("page_id", IDS)
def test_every_link_leads_somewhere_and_no_name_is_given_twice(page_id: str) -> None:
    page = golden(page_id)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert links <= set(ids)
    assert {part for to in page.xpath("//@data-to") for part in to.split()} <= set(ids)


@pytest.mark.parametrize("page_id", IDS)
def test_each_part_is_followed_to_its_words_and_back(page_id: str) -> None:
    record, page = gold_record(page_id), golden(page_id)
    story, panel = page.get_element_by_id("article"), page.get_element_by_id("record")
    for kind, parts in (
        ("claim", record.claims),
        ("event", record.events),
        ("time", record.times),
        ("place", record.places),
    ):
        for part in parts:
            to = f"{kind}-{part.id}"
            assert panel.xpath(f".//*[@id='{to}']"), to
            assert panel.xpath(f".//a[@href='#at-{to}']"), to
            assert story.xpath(f".//*[@id='at-{to}']"), to
            assert story.xpath(f".//a[@href='#{to}' or contains(concat(@data-to, ' '), '{to} ')]"), to


@pytest.mark.parametrize("page_id", IDS)
def test_the_whole_text_is_on_the_page(page_id: str) -> None:
    record, story = gold_record(page_id), golden(page_id).get_element_by_id("article")
    shown = ["".join(p.itertext()) for p in story.xpath("./h1|./p[@class='text']")]
    assert "\n\n".join(shown) == record.article.text


def test_a_chain_reads_from_the_outermost_to_the_content() -> None:
    card = parsed(chained()).get_element_by_id("claim-c3")
    assert text_of(card).startswith("The Courier ▸ officials ▸ Juhan Kask intends to go to Narva")
    assert card.getparent().getparent().getparent().xpath("./div/@id") == ["claim-c2"]


def test_an_event_tells_status_parties_place_and_on_whose_word() -> None:
    told = text_of(parsed(chained()).get_element_by_id("event-e1"))
    assert "planned Consult visit “go”" in told
    assert "Juhan Kask EST" in told
    assert "Narva, Estonia" in told
    assert "as intended by Juhan Kask, believed by officials, according to The Courier" in told


def test_a_denied_event_stands_out() -> None:
    record = chained()
    denied = replace(record, claims=(replace(record.claims[0], stance="denies"), *record.claims[1:]))
    assert parsed(denied).xpath("//*[@id='event-e1']//*[contains(@class, 'st-denies')]")


def test_gaps_are_listed_with_their_words() -> None:
    told = text_of(parsed(chained()).get_element_by_id("gaps"))
    assert "times no anchor “Monday”" in told
    assert "pages mended a quote mark" in told


def test_what_is_not_known_is_said_so() -> None:
    bare = Record(article=Article(id="x", text="Nothing much."), made=Made(onrecord="0"))
    page = parsed(bare)
    assert "No date found." in text_of(page.get_element_by_id("article"))
    assert text_of(page.get_element_by_id("claims")).endswith("None found.")
    assert text_of(page.get_element_by_id("events")).endswith("None found.")
    assert "No headline" in text_of(page)
    assert not page.xpath("//*[@id='timeline' or @id='places' or @id='gaps']")


def test_an_empty_record_gives_a_page() -> None:
    assert "There is no text." in html.page(Record(article=Article(id="x"), made=Made(onrecord="0")))


def test_claims_in_a_circle_and_orphans_are_all_shown_once() -> None:
    claims = (
        Claim(id="c1", parent="c2"),
        Claim(id="c2", parent="c1"),
        Claim(id="c3", parent="c9"),
        Claim(id="c4", parent="c4"),
    )
    page = parsed(replace(chained(), claims=claims, events=()))
    assert (
        len(page.xpath("//*[contains(concat(@class, ' '), 'claim ')][@id]") or page.xpath("//div[@class='card claim']"))
        == 4
    )


# ---------------------------------------------------------------- safety


def test_nothing_in_a_record_becomes_markup() -> None:
    text = html.page(hostile())
    page = parsed(hostile())
    assert {e.tag for e in page.iter() if isinstance(e.tag, str)} <= OURS
    assert len(page.xpath("//script")) == len(page.xpath("//style")) == 1
    assert not [name for name in page.xpath("//@*") if getattr(name, "attrname", "").startswith("on")]
    assert not page.xpath("//@style")
    assert "<script>alert" not in text
    assert "49" not in "".join(page.xpath("//h1//text()"))


def test_letters_that_turn_the_writing_round_or_hide_are_replaced() -> None:
    text = html.page(hostile("a\u202eb\u2066c\x00d\x1be\ud800f"))
    assert not set("\u202e\u2066\x00\x1b\ud800") & set(text)


def test_only_web_addresses_are_links() -> None:
    for url in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x.example"):
        record = replace(chained(), article=replace(chained().article, url=url))
        assert not parsed(record).xpath("//p[@class='url']/a")
    assert parsed(chained()).xpath("//p[@class='url']/a/@href") == ["https://news.example/kask"]


@pytest.mark.parametrize("record", [gold_record("b07"), hostile()], ids=["golden", "hostile"])
def test_nothing_is_fetched_and_the_policy_allows_just_our_own(record: Record) -> None:
    page = parsed(record)
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = page.xpath(f"//{tag}/text()")
        assert f"{tag}-src {html.hash_of(content)}" in policy
    assert not page.xpath("//@src | //link | //iframe | //object | //*[local-name()='image']")
    assert not re.search(r"url\(|@import", "".join(page.xpath("//style/text()")))
    assert all(str(href).startswith("#") for href in page.xpath("//*[local-name()='use']/@href"))


def test_the_same_record_gives_the_same_page() -> None:
    assert html.page(chained()) == html.page(chained())


def test_a_huge_record_is_a_page_within_seconds() -> None:
    sentence = "The mayor said that the harbour would open on Monday. "
    text = sentence * 4000
    claims = tuple(Claim(id=f"c{n}", content=((n * len(sentence) + 20, n * len(sentence) + 52),)) for n in range(4000))
    record = Record(article=Article(id="x", text=text), claims=claims, made=Made(onrecord="0"))
    began = time.monotonic()
    page = html.page(record)
    assert time.monotonic() - began < 20
    assert page.count('class="card claim"') == 4000


def test_a_word_under_a_thousand_marks() -> None:
    claims = tuple(Claim(id=f"c{n}", content=((0, 5),), parent=f"c{n - 1}") for n in range(1000))
    record = Record(article=Article(id="x", text="Three words here"), claims=claims, made=Made(onrecord="0"))
    assert len(html.page(record)) < 5_000_000


@pytest.mark.parametrize(
    ("given", "lang"), [("fr", "fr"), ("en-GB", "en-GB"), (None, "en"), (HOSTILE, "en"), ("", "en")]
)
def test_the_language_is_told_if_it_is_one(given: str | None, lang: str) -> None:
    record = replace(chained(), article=replace(chained().article, language=given))
    assert parsed(record).get("lang") == lang


# ---------------------------------------------------------------- colours


def colours(scheme: str) -> dict[str, str]:
    css = html.css()
    light = dict(re.findall(r"--([\w]+):(#[0-9a-f]{3,6})", css.partition("@media")[0]))
    dark = dict(
        re.findall(r"--([\w]+):(#[0-9a-f]{3,6})", css.partition("(prefers-color-scheme:dark){")[2].partition("}}")[0])
    )
    return light if scheme == "light" else {**light, **dark}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_can_be_read_on_all_grounds(scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    known = colours(scheme)
    statuses = ("happened", "ongoing", "planned", "possible", "negated")
    grounds = ("paper", "panel", "card", "hit")
    pairs = [(ink, ground) for ink in ("ink", "soft", "link", "told", *statuses) for ground in grounds]
    pairs += [(ink, f"said{deep}") for ink in ("ink", *statuses) for deep in (1, 2, 3, 4)]
    poor = {pair: round(ratio, 2) for pair in pairs if (ratio := contrast(known[pair[0]], known[pair[1]])) < 4.5}
    assert not poor
