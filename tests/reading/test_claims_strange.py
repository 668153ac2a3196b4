"""Claims as strangers' articles word them: openers, relative clauses, courts, headlines without a full stop."""

import pytest

from tests.reading.told import claims

LEAD = "It rained.\n\n"


@pytest.mark.parametrize(
    ("text", "source", "cue", "stance", "content"),
    [
        (
            "A video viewed 2.3 million times on Facebook claims that Lyon has banned bells.",
            "A video viewed 2.3 million times on Facebook",
            "claims",
            "alleges",
            "Lyon has banned bells",
        ),
        (
            "According to their survey, published on Sunday, at least nine wells have run dry.",
            "their survey, published on Sunday",
            "According to",
            "asserts",
            "at least nine wells have run dry",
        ),
        (
            "According to the ministry, the invitation to the opera house was withdrawn “for technical reasons”.",
            "the ministry",
            "According to",
            "asserts",
            "the invitation to the opera house was withdrawn “for technical reasons”",
        ),
        (
            "She won the race and, she insists, hated every minute of it.",
            "she",
            "insists",
            "asserts",
            "hated every minute of it",
        ),
        (
            "Police denied using tear gas and put the toll at six.",
            "Police",
            "denied",
            "denies",
            "using tear gas",
        ),
        (
            "The judge warned jurors not to read about the case.",
            "The judge",
            "warned",
            "wants",
            "jurors not to read about the case",
        ),
        ("The coroner's court heard that the boat had sunk.", "", "heard", "asserts", "the boat had sunk"),
        ("Wages had risen too fast, minutes showed.", "minutes", "showed", "asserts", "Wages had risen too fast"),
        (
            "LYON/NICE - Two bridges are closed, the mayor said.",
            "the mayor",
            "said",
            "asserts",
            "Two bridges are closed",
        ),
        (
            "The fleet, which is believed to have left Oran, turned back.",
            "",
            "is believed",
            "believes",
            "which … to have left Oran",
        ),
    ],
)
def test_what_surrounds_a_claim_is_told_apart(text: str, source: str, cue: str, stance: str, content: str) -> None:
    (claim,) = claims(LEAD + text)
    assert (claim.source, claim.cue, claim.stance) == (source, cue, stance)
    assert claim.content.strip(",.") == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mayor took cash in car park, court told\n\nIt rained.", "Mayor took cash in car park"),
        ("The mayor took cash, a jury heard on Friday.", "The mayor took cash"),
    ],
)
def test_a_court_is_told_by_nobody_named(text: str, content: str) -> None:
    (claim,) = claims(text)
    assert (claim.source, claim.content) == ("", content)


def test_whoever_told_somebody_to_do_it_wants_it() -> None:
    outer, inner = claims(LEAD + "Rees said she had been told by Pennant to delete emails.")
    assert (outer.source, inner.source, inner.stance, inner.content) == ("Rees", "Pennant", "wants", "to delete emails")


def test_a_relative_that_opens_no_claim_of_its_noun() -> None:
    found = claims(LEAD + 'The wreck bore marks of the navy, an allegation that Oran swiftly rejected as "fiction".')
    assert not [claim for claim in found if claim.cue == "allegation"]


def test_what_is_not_ruled_out_is_not_denied() -> None:
    assert not claims(LEAD + "The minister did not rule out a strike.")


def test_what_is_argued_for_is_wanted_beside_what_is_noted() -> None:
    wanted, noted = claims(LEAD + "One member argued for an early cut and noted that output had fallen for a year.")
    assert (wanted.stance, wanted.content) == ("wants", "an early cut")
    assert (noted.source, noted.content) == ("One member", "output had fallen for a year")


def test_what_a_caption_reads_is_its_own() -> None:
    caption, it = claims(
        LEAD + "The clip has a caption that reads: “Bells are gone! Share this.” It alleges that Lyon fell."
    )
    assert (caption.cue, caption.manner) == ("reads", "direct")
    assert (it.source, it.content) == ("It", "Lyon fell")


def test_a_report_may_be_told_of_before_what_it_says() -> None:
    (claim,) = claims(LEAD + "The bank said in a report published on Monday that growth would slow.")
    assert (claim.source, claim.content) == ("The bank", "growth would slow")


def test_a_headline_s_first_half_is_no_part_of_what_its_second_says() -> None:
    (claim,) = claims("Storm Ada: two dead in Cork as Irish government says worst is yet to come\n\nRoads were shut.")
    assert (claim.source, claim.content) == ("Irish government", "worst is yet to come")


def test_who_is_asked_about_something_is_asked() -> None:
    (claim,) = claims(LEAD + "She asked about the memo.")
    assert (claim.stance, claim.content) == ("asks", "the memo")


def test_a_headline_s_second_claim_stands_behind_its_first() -> None:
    found = claims("Oran to sell its ferries, minister says, as union denies deal\n\nIt rained.")
    assert [(claim.source, claim.cue) for claim in found] == [("minister", "says"), ("union", "denies")]


def test_what_is_told_of_a_claim_is_no_part_of_it() -> None:
    warned = claims(
        LEAD + "Its leader warned that the town risked a flood, a claim the council described as “absurd”."
    )[0]
    assert (warned.source, warned.content) == ("Its leader", "the town risked a flood")


def test_a_relative_clause_may_be_hearsay() -> None:
    (claim,) = claims(LEAD + "Marsh, who reportedly earned more than the mayor last year, will go.")
    assert (claim.source, claim.cue) == ("", "reportedly")


def test_what_nobody_is_to_do_is_not_who_warns() -> None:
    (claim,) = claims(LEAD + "She had been warned by her manager not to write it down.")
    assert (claim.source, claim.content) == ("her manager", "not to write it down")


def test_a_list_is_a_source_to_its_first_word() -> None:
    (claim,) = claims(
        LEAD + "Housing associations in Vienna, Lyon and Leipzig say that they were overcharged for years."
    )
    assert claim.source == "Housing associations in Vienna, Lyon and Leipzig"


def test_what_is_offered_ends_where_another_promises() -> None:
    sentence = "South Africa offered to send two helicopters and France promised a surveillance plane from Reunion"
    found = claims(f"The river rose all night\n\n{sentence}, diplomats said.")
    assert [claim.content for claim in found if claim.cue == "offered"] == ["to send two helicopters"]


def test_what_somebody_was_assured_of_ends_at_a_semicolon() -> None:
    found = claims(LEAD + "Rees had been assured by the bank that it was safe; she added that she had no doubts.")
    assert [claim.content for claim in found if claim.source == "the bank"] == ["it was safe"]
