"""Why a line is not of the article."""

from onrecord.pages import blocks, reasons
from onrecord.pages.lines import Line
from tests.pages.pages import tree


def of_texts(*texts: str, headline: str | None = None) -> list[str]:
    return [r.reason for r in reasons.of_lines([Line(t) for t in texts], [False] * len(texts), headline)]


def test_a_lines_own_words() -> None:
    assert of_texts("Leave a Reply", "Back to top button", "Adblocker Detected", "Receive free War in Ukraine updates") == [  # noqa: E501
        "comments", "navigation", "adblock", "newsletter",
    ]  # fmt: skip


def test_what_stands_under_a_heading() -> None:
    assert of_texts("Related Articles", "Ferry owners meet in Turku") == ["related", "related"]


def test_a_heading_reaches_no_further_than_the_story() -> None:
    lines = [Line("Related Articles"), Line("The story goes on."), Line("Ferry owners meet")]
    found = reasons.of_lines(lines, [False, True, False], None)
    assert [(r.line, r.reason) for r in found] == [
        ("Related Articles", "related"),
        ("Ferry owners meet", reasons.OTHER),
    ]


def test_the_headline_again() -> None:
    assert of_texts("Ferry Halted!", headline="“Ferry halted”") == ["duplicate headline"]


def test_markup() -> None:
    text = (
        '<nav><p>Menu entry</p></nav><figcaption>The quay</figcaption><div class="author-bio"><p>She writes.</p></div>'
    )
    lines = [Line(b.text, b) for b in blocks.segment(tree(text))]
    assert [r.reason for r in reasons.of_lines(lines, [False] * 3, None)] == ["navigation", "caption", "byline"]
