"""What a record looks like in a terminal: whole, in order, safe, never too wide."""

from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from onrecord.cli.layout import line, show
from onrecord.cli.render import record_blocks
from onrecord.cli.render_events import date_of
from onrecord.model import Article, Claim, Entity, Event, Gap, Made, Mention, Place, Record, Stance, Time, Use
from tests.golden_pages import IDS, gold_record

SENTENCE = "The Courier reported that officials believed Kask was planning to go."


def printed(record: Record, width: int = 80, *, colour: bool = False) -> str:
    file = StringIO()
    console = Console(file=file, width=width, force_terminal=colour, color_system="standard" if colour else None)
    show(console, record_blocks(record))
    return file.getvalue()


def chained(**changes: object) -> Record:
    """A claim in a claim in a claim."""
    text = f"Kask may go\n\n{SENTENCE}"
    names = [("Courier", "n1"), ("officials", "n2"), ("Kask", "n3")]
    starts = [text.index("officials"), text.rindex("Kask"), text.index("to go")]
    end = len(text) - 1
    claims = tuple(
        Claim(id=f"c{n}", content=((start, end),), speaker=f"n{n}", parent=f"c{n - 1}" if n > 1 else None)
        for n, start in enumerate(starts, 1)
    )
    trigger = (text.rindex("go"), text.rindex("go") + 2)
    record = Record(
        article=Article(id="x", headline="Kask may go", text=text),
        entities=tuple(Entity(id=i, name=n, kind="person", country="EST" if n == "Kask" else None) for n, i in names),
        mentions=(
            Mention(
                id="m1",
                span=(text.rindex("Kask"), text.rindex("Kask") + 4),
                kind="person",
                form="name",
                entity="n3",
            ),
        ),
        claims=claims,
        events=(
            Event(
                id="e1",
                trigger=trigger,
                type="CONSULT",
                status="planned",
                mode="visit",
                actors=("m1",),
                claim="c3",
            ),
        ),
        made=Made(onrecord="0"),
    )
    return replace(record, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("page_id", IDS)
def test_all_of_a_record_is_there_and_nothing_is_too_wide(page_id: str, width: int) -> None:
    record = gold_record(page_id)
    out = printed(record, width)
    # An address stays in one piece.
    assert max(cell_len(line) for line in out.splitlines() if line != record.article.url) <= width
    assert not record.article.url or record.article.url in out.splitlines()
    assert not any(line != line.rstrip() for line in out.splitlines())
    flat = " ".join(out.replace("│", " ").split())
    assert f"CLAIMS {len(record.claims)}" in flat
    words = "".join(flat.split())
    for paragraph in record.article.text.split("\n\n"):
        assert "".join(paragraph.split()) in words
    for claim in record.claims:
        assert " ".join(f"{s}–{e}" for s, e in claim.content) in flat
    for event in record.events:
        assert f"[{event.trigger[0]}–{event.trigger[1]}]" in flat


def test_a_chain_reads_as_one_and_hangs_under_its_parents() -> None:
    lines = printed(chained()).splitlines()
    assert any(line.startswith("  Courier · asserts, indirect [") for line in lines)
    assert any(line.startswith("    └─ Courier ▸ officials · asserts") for line in lines)
    assert any(line.startswith("       └─ Courier ▸ officials ▸ Kask · asserts") for line in lines)


def test_an_event_tells_status_type_parties_and_whose_word() -> None:
    out = printed(chained())
    assert "○ planned   CONSULT · visit  “go”" in out
    assert "Kask (EST)" in out
    assert "according to Kask, according to officials, according to Courier" in out


@pytest.mark.parametrize(("stance", "told"), [("denies", "denied by Kask"), ("alleges", "alleged by Kask")])
def test_a_disputed_event_says_so_wherever_it_stands(stance: Stance, told: str) -> None:
    record = chained()
    claims = (*record.claims[:2], replace(record.claims[2], stance=stance))
    assert printed(replace(record, claims=claims)).count(told) == 2


def test_a_quotation_at_the_end_of_a_claim_is_closed() -> None:
    text = "Kask may go\n\nShe called it “a long way”."
    start, end = text.index("it “"), text.index("”")
    claim = Claim(id="c1", content=((start, end),), manner="mixed")
    article = Article(id="x", headline="Kask may go", text=text)
    assert "it “a long way”\n" in printed(chained(article=article, claims=(claim,), events=(), mentions=()))


def test_claims_in_a_circle_and_orphans_are_still_shown() -> None:
    claims = (Claim(id="c1", parent="c2"), Claim(id="c2", parent="c1"), Claim(id="c3", parent="c9"))
    assert printed(chained(claims=claims)).count("no source named · asserts") == 3


def test_a_long_chain_is_no_trouble() -> None:
    claims = tuple(Claim(id=f"c{n}", content=((0, 4),), parent=f"c{n - 1}") for n in range(60))
    out = " ".join(printed(chained(claims=claims)).replace("│", " ").split())
    assert out.count("· asserts, indirect") == 60


def test_without_a_date_relative_times_are_open_and_the_way_out_is_told() -> None:
    time = Time(id="t1", span=(13, 16), type="DATE")
    out = printed(chained(times=(time,)))
    assert "No date found" in out
    assert "Not resolved: give the day of publication with --published DATE" in out
    assert "“The” [13–16]" in out


def test_the_basis_of_a_date_is_told() -> None:
    article = replace(chained().article, published="2024-05-06T07:08:00", published_basis="json-ld")
    assert "2024-05-06 07:08:00  (from the page’s JSON-LD)" in printed(chained(article=article))


def test_the_timeline_is_in_order() -> None:
    values = ["2024-W19", "2024-05-20", "1999", "2024-Q1", "PRESENT_REF", "P3D", "2024-05-05"]
    times = tuple(
        Time(id=f"t{n}", span=(n, n + 1), type="DURATION" if v == "P3D" else "DATE", value=v)
        for n, v in enumerate(values)
    )
    out = printed(chained(times=times)).partition("TIMELINE")[2]
    shown = ["1999", "Q1 2024", "2024-05-05", "6–12 May 2024", "2024-05-20"]
    assert sorted(shown, key=out.index) == shown


@pytest.mark.parametrize(
    ("time", "read"),
    [
        ({"value": "2024-05-06T12:30"}, "2024-05-06 12:30"),
        ({"value": "2024-05-06TNI"}, "2024-05-06 night"),
        ({"value": "2024"}, "2024"),
        ({"value": "2024-W19"}, "6–12 May 2024"),
        ({"value": "2024-SU"}, "summer 2024"),
        ({"value": "2024-W99"}, "2024-W99"),
        ({"earliest": "2024-05-06", "latest": "2024-05-08"}, "2024-05-06 to 2024-05-08"),
        ({"earliest": "2024-05-06", "latest": "2024-05-06"}, "2024-05-06"),
        ({}, None),
    ],
)
def test_a_date_is_told_as_it_is_read(time: dict[str, str], read: str | None) -> None:
    assert date_of(Time(id="t", span=(0, 1), type="DATE", **time)) == read


def test_places_are_told_once_and_governments_apart() -> None:
    uses: list[Use] = ["location", "location", "government"]
    places = tuple(
        Place(id=f"p{n}", span=(n, n + 2), use=use, name="Tartu", country="EST", lat=58.38, lon=26.72)
        for n, use in enumerate(uses)
    )
    out = printed(chained(places=places))
    assert "Tartu, EST  58.38, 26.72 [0–2 1–3]" in out
    assert out.index("Standing for a government") < out.index("[2–4]")


def test_gaps_of_one_kind_stand_together() -> None:
    gaps = tuple(Gap(stage="times", reason="no anchor", span=(n, n + 2)) for n in (0, 5))
    out = printed(chained(gaps=gaps))
    assert out.count("no anchor") == 1
    assert "“Ka” [0–2], “ma” [5–7]" in out


def test_status_is_never_told_by_colour_alone() -> None:
    coloured = printed(chained(), colour=True)
    assert "\x1b[" in coloured
    assert "planned" in printed(chained())


@settings(deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_nothing_in_a_page_commands_a_terminal(words: str) -> None:
    article = Article(id="x", headline=words, text=f"{words}\n\n{words}", bylines=(words,), site=words, url=words)
    record = Record(
        article=article,
        entities=(Entity(id="n", name=words, kind="thing"),),
        claims=(Claim(id="c", content=((0, len(words)),), speaker="n"),),
        gaps=(Gap(stage=words, reason=words, detail=words),),
        made=Made(onrecord="0"),
    )
    out = printed(record)
    assert not any(letter < " " and letter != "\n" for letter in out)
    assert not set("\x7f\x9b\u202e\u2066") & set(out)


def test_a_list_fills_its_lines_and_hangs_what_goes_on() -> None:
    file = StringIO()
    words = line("12345678", "  ", "Ferries to Hiiumaa and Saaremaa stop on Monday", rest=" " * 10)
    show(Console(file=file, width=40), [words])
    assert file.getvalue().splitlines() == ["12345678  Ferries to Hiiumaa and", "          Saaremaa stop on Monday"]


def test_dates_of_every_length_leave_what_happened_in_one_column() -> None:
    text = "Kask may go\n\nKask left last week and comes back in May."
    spans = [(text.index(words), text.index(words) + len(words)) for words in ("last week", "May")]
    values = ("2024-W19", "2024-06")
    times = tuple(Time(id=f"t{n}", span=span, type="DATE", value=values[n]) for n, span in enumerate(spans))
    article = Article(id="x", headline="Kask may go", text=text)
    told = printed(chained(article=article, times=times, claims=(), events=(), mentions=()))
    assert "\n  6–12 May 2024  Kask left" in told
    assert "\n  2024-06        …" in told or "\n  2024-06        Kask left" in told
