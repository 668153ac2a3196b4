"""Claims whose source stands behind a passive verb, and claims that words deny."""

import onrecord
from tests.reading.told import told

HEADLINE = "Dam report divides the town\n\n"


def claims(sentence: str) -> list[tuple[str | None, str, str]]:
    """Source words, stance and content of each claim of a sentence below a headline."""
    record = onrecord.read_text(HEADLINE + sentence)
    return [(one.source or None, one.stance, one.content) for one in told(record)]


def test_who_told_stands_behind_the_verb() -> None:
    found = claims("Ilze Lapsa said she had been assured by an official in Riga that the wall was sound.")
    assert ("an official in Riga", "asserts", "the wall was sound") in found


def test_who_is_quoted_speaks_within_the_paper_s_claim() -> None:
    text = HEADLINE + "The minister, Juris Ozols, was quoted by the Riga Herald as saying that the wall was sound."
    record = onrecord.read_text(text)
    inner = next(c for c in record.claims if c.parent is not None)
    outer = next(c for c in record.claims if c.id == inner.parent)
    assert text[slice(*inner.source[0])] == "The minister, Juris Ozols"
    assert text[slice(*outer.source[0])] == "the Riga Herald"
    assert inner.content == outer.content


def test_what_a_court_heard_ends_before_these_words() -> None:
    found = claims("Ozols told police in June that he had never seen the letter, the court heard.")
    assert ("Ozols", "asserts", "he had never seen the letter") in found


def test_what_nobody_would_confirm_is_not_asserted() -> None:
    assert claims("Neither the port nor the ministry would confirm that Ozols had been suspended.") == []
    assert claims("Reuters could not independently confirm the report.") == []


def test_the_clause_of_a_noun_ends_before_its_verb() -> None:
    found = claims("The claim that the agency issued a warning could not be independently verified.")
    assert [content for _, _, content in found] == ["the agency issued a warning"]


def test_who_is_cited_last_speaks_within_the_report() -> None:
    found = claims("The talks are near their end, the Riga Herald reported on Sunday, citing a document it had seen.")
    assert ("a document", "asserts", "The talks are near their end") in found


def test_the_name_of_who_holds_a_post_belongs_to_the_source() -> None:
    found = claims("The mayor of Riga, Paolo Lapsa, accused the ministry on Monday of “playing with lives”.")
    assert found[0][:2] == ("The mayor of Riga, Paolo Lapsa", "alleges")


def test_a_headline_s_claim_keeps_its_first_words() -> None:
    text = "Ministry knew of dam cracks a year before collapse, leaked files suggest\n\nNobody was hurt."
    found = [(c.source, c.content) for c in told(onrecord.read_text(text))]
    assert ("leaked files", "Ministry knew of dam cracks a year before collapse") in found


def test_a_headline_s_denial_ends_where_another_clause_begins() -> None:
    text = "Striker denies match-fixing allegation as federation opens inquiry\n\nNobody was hurt."
    assert [c.content for c in told(onrecord.read_text(text))] == ["match-fixing allegation"]


def test_a_dateline_is_no_part_of_a_source() -> None:
    text = "Profit falls\n\nZURICH, March 10 - Swiss chocolate maker Kessler Foods said on Tuesday that profit fell."
    assert [c.source for c in told(onrecord.read_text(text))] == ["Swiss chocolate maker Kessler Foods"]


def test_what_a_relative_clause_says_ends_before_the_verb_around_it() -> None:
    found = claims("Ilze Lapsa, the former chief who said she had been ordered to shred evidence, died on Friday.")
    assert [content for _, _, content in found] == ["she had been ordered to shred evidence"]


def test_according_to_may_part_a_sentence() -> None:
    found = claims("The envoy, according to a ministry statement, promised that the findings would be shared.")
    assert found[0] == (
        "a ministry statement",
        "asserts",
        "The envoy … promised that the findings would be shared",
    )


def test_who_was_quoted_as_saying_it_says_it() -> None:
    (claim,) = claims("“This is piracy,” its chairman, Viktar Lahun, was quoted as saying by the Belta news agency.")
    assert claim[0] == "its chairman, Viktar Lahun"


def test_a_reason_that_is_cited_tells_nothing() -> None:
    found = claims("The minister said the base would close, citing the cost.")
    assert ("the cost", "asserts", "the base would close") not in found
    assert ("The minister", "asserts", "the base would close") in found
