"""Lost quote marks: put back only where one place makes sense, never silently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages import quotes


def mended(text: str) -> str:
    return quotes.mend([text])[0][0]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("We never saw the invoices,” said Marta Kvist, the mayor of Kiruna.", "“"),
        ('We never saw the invoices," said Marta Kvist, the mayor of Kiruna.', '"'),
        ("Nobody asked us,’ the harbour master told reporters.", "‘"),
    ],
)
def test_a_lost_opening_mark_is_put_back(text: str, opening: str) -> None:
    paragraphs, findings = quotes.mend([text])
    assert paragraphs == [opening + text]
    assert [(f.number, f.place, f.mended) for f in findings] == [(0, 0, True)]
    assert findings[0].detail


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left. We never saw the invoices,” said Marta Kvist.",  # two sentences: where did it open?
        "Kvist said she never saw the invoices,” and left.",
        "“They can’t just switch us off like a lamp, he added.",
    ],
)
def test_where_the_place_is_in_doubt_nothing_is_changed_and_it_is_told(text: str) -> None:
    paragraphs, findings = quotes.mend([text])
    assert paragraphs == [text]
    assert findings
    assert not any(f.mended for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "“We never saw the invoices,” said Marta Kvist.",
        'The "invoices" were never seen.',
        "The farmers’ union in Kiruna met on Tuesday.",
        'She is 5\' 11" tall and the shelf is 12" deep.',
        "Back in the ‘90s the mine employed 4,000 people.",
        "He called it “a farce”, she “a start”.",
        "",
    ],
)
def test_what_is_whole_stays(text: str) -> None:
    assert quotes.mend([text]) == ([text], [])


def test_a_quotation_over_several_paragraphs_is_whole() -> None:
    paragraphs = ["“We waited for the ferry all night.", "“It never came,” said Ebba Lind."]
    assert quotes.mend(paragraphs) == (paragraphs, [])


def test_findings_point_at_their_mark() -> None:
    paragraphs, findings = quotes.mend(["All is well.", "He spoke of “a new start and left."])
    assert [(f.number, paragraphs[f.number][f.place]) for f in findings] == [(1, "“")]


@given(st.lists(st.text(alphabet="“”‘’\"' abcAB.,?:said\n", max_size=80), max_size=5))
def test_only_opening_marks_are_ever_added(paragraphs: list[str]) -> None:
    found, findings = quotes.mend(paragraphs)
    assert len(found) == len(paragraphs)
    for before, after in zip(paragraphs, found):
        assert after in (before, "“" + before, "‘" + before, '"' + before)
    assert sum(f.mended for f in findings) == sum(a != b for a, b in zip(paragraphs, found))
    assert all(0 <= f.place < max(1, len(found[f.number])) for f in findings)
