"""What the encoder's heads add to the table, and when they are not heard."""

from dataclasses import replace

from onrecord.model import Analysis, EventType, Status, Trigger
from onrecord.reading import events
from tests.reading.trees import named, parsed

LINE = (
    "Fiji/Fiji/PROPN/2/nsubj rattled/rattle/VERB/0/root Samoa/Samoa/PROPN/2/obj with/with/ADP/6/case "
    "naval/naval/ADJ/6/amod moves/move/NOUN/2/obl on/on/ADP/8/case Monday/Monday/PROPN/2/obl ././PUNCT/2/punct"
)


def suggestion(
    first: int, kind: EventType, score: float = 0.97, status: tuple[Status, float] = ("happened", 0.7)
) -> Trigger:
    return Trigger(
        first=first, last=first + 1, type=kind, score=score, statuses=(status,), recipients=((2, 0.9), (5, 0.1))
    )


def told(analysis: Analysis) -> list[tuple[str, str, str, int]]:
    told = events.sketch(analysis)
    found, _ = events.find(told, (), named(analysis, events.parties(told)), (), ())
    return [(analysis.text[slice(*e.trigger)], e.type, e.status, len(e.recipients)) for e in found]


def test_a_suggestion_makes_an_event_with_its_parties() -> None:
    analysis = replace(parsed(LINE), triggers=(suggestion(1, "THREATEN"),))
    assert told(analysis) == [("rattled", "THREATEN", "happened", 1)]


def test_a_weak_suggestion_makes_none() -> None:
    assert told(replace(parsed(LINE), triggers=(suggestion(1, "THREATEN", score=0.8),))) == []


def test_a_sure_status_wins() -> None:
    analysis = replace(parsed(LINE), triggers=(suggestion(1, "THREATEN", status=("possible", 0.97)),))
    assert [status for _, _, status, _ in told(analysis)] == ["possible"]


def test_the_table_keeps_its_type_against_an_unsure_suggestion() -> None:
    line = LINE.replace("rattled/rattle", "shelled/shell")
    assert told(replace(parsed(line), triggers=(suggestion(1, "AID", score=0.7),)))[0][1] == "ASSAULT"
    assert told(replace(parsed(line), triggers=(suggestion(1, "AID", score=0.97),)))[0][1] == "AID"


def test_heads_that_mark_everything_are_not_heard() -> None:
    everything = tuple(suggestion(i, "AID", score=0.97) for i in range(9))
    assert told(replace(parsed(LINE), triggers=everything)) == []
