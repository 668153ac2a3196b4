"""Two readings of the same claims become one."""

from onrecord.model import Spans
from onrecord.reading import claims_merge
from onrecord.reading.claims_drafts import Draft

TEXT = "," * 500


def draft(cue: int, content: tuple[int, int], *, pattern: str = "quote, X said", score: float | None = None) -> Draft:
    """A claim whose cue is four letters long."""
    return Draft(
        source=((cue + 1000, cue + 1009),),
        cue=((cue, cue + 4),),
        content=(content,),
        stance="asserts",
        pattern=pattern,
        score=score,
    )


def contents(drafts: list[Draft]) -> list[Spans]:
    return [d.content for d in drafts]


def test_the_same_claim_seen_twice_is_one() -> None:
    joined = claims_merge.joined([draft(0, (5, 60))], [draft(0, (5, 55), pattern="learned", score=0.9)], TEXT)
    assert contents(joined) == [((5, 60),)]
    assert joined[0].score == 0.9


def test_what_only_the_encoder_saw_counts_where_it_is_likely() -> None:
    seen = [draft(100, (105, 150), pattern="learned", score=score) for score in (claims_merge.LEAST - 0.01,)]
    assert claims_merge.joined([], seen, TEXT) == []
    likely = draft(100, (105, 150), pattern="learned", score=claims_merge.LEAST)
    assert claims_merge.joined([draft(0, (5, 60))], [likely], TEXT)[1] is likely


def test_one_cue_makes_one_claim() -> None:
    other = draft(0, (300, 400), pattern="learned", score=0.99)
    assert contents(claims_merge.joined([draft(0, (5, 60))], [other], TEXT)) == [((5, 60),)]


def test_a_longer_content_of_the_encoder_is_taken_where_a_clause_may_go_on() -> None:
    longer = draft(0, (5, 80), pattern="learned", score=0.9)
    assert contents(claims_merge.joined([draft(0, (5, 60), pattern="say clause")], [longer], TEXT)) == [((5, 80),)]
    assert contents(claims_merge.joined([draft(0, (5, 60))], [longer], TEXT)) == [((5, 60),)]


def test_a_shorter_content_of_the_encoder_is_taken_where_no_other_claim_falls_out_of_it() -> None:
    shorter = draft(0, (5, 50), pattern="learned", score=0.9)
    longer = draft(0, (5, 60), pattern="say clause")
    inner = draft(52, (57, 60), pattern="say clause")
    assert contents(claims_merge.joined([longer], [shorter], TEXT)) == [((5, 50),)]
    assert contents(claims_merge.joined([longer, inner], [shorter], TEXT)) == [((5, 60),), ((57, 60),)]
    assert contents(claims_merge.joined([draft(0, (5, 60))], [shorter], TEXT)) == [((5, 60),)]


def test_a_relay_stays_as_the_patterns_saw_it() -> None:
    above = draft(0, (5, 60), pattern="say clause")
    below = Draft(source=(), cue=((70, 74),), content=((5, 60),), stance="asserts", pattern="relay", above=above)
    longer = draft(0, (5, 80), pattern="learned", score=0.9)
    joined = claims_merge.joined([above, below], [longer], TEXT)
    assert below in joined
    assert any(d is above for d in joined)


def test_claims_come_in_text_order() -> None:
    joined = claims_merge.joined([draft(200, (205, 260))], [draft(0, (5, 60), pattern="learned", score=0.9)], TEXT)
    assert contents(joined) == [((5, 60),), ((205, 260),)]


def test_a_content_that_would_hold_its_own_cue_is_not_taken() -> None:
    around = draft(10, (0, 80), pattern="learned", score=0.9)
    assert contents(claims_merge.joined([draft(10, (20, 60), pattern="say clause")], [around], TEXT)) == [((20, 60),)]


def test_a_content_in_two_parts_stays_and_a_scrap_is_not_taken() -> None:
    learned = draft(30, (40, 60), pattern="learned", score=0.9)
    broken = Draft(source=(), cue=((30, 34),), content=((0, 28), (40, 70)), stance="believes", pattern="hearsay to")
    assert contents(claims_merge.joined([broken], [learned], TEXT)) == [broken.content]
    whole = draft(30, (36, 90), pattern="wants object")
    assert contents(claims_merge.joined([whole], [draft(30, (36, 40), pattern="learned", score=0.9)], TEXT)) == [
        ((36, 90),)
    ]


def test_a_claim_about_a_claim_is_not_the_same() -> None:
    inner = draft(20, (26, 60), pattern="noun bare")
    outer = draft(0, (15, 60), pattern="learned", score=0.9)  # "dismissed [suggestions that …]"
    assert contents(claims_merge.joined([inner], [outer], TEXT)) == [((15, 60),), ((26, 60),)]
