"""Which way a time points, with a parse and without."""

import pytest

from onrecord.language.analysis import analyse
from onrecord.model import Analysis, Sentence, Token
from onrecord.reading import times
from onrecord.reading.times_direction import Tenses
from tests.reading.bare import bare

PAST, AHEAD = "2011-03-14", "2011-03-21"  # the Mondays around Wednesday, 16 March 2011
MONDAYS = [
    ("The minister met union leaders on Monday.", PAST),
    ("The minister will meet union leaders on Monday.", AHEAD),
    ("On Monday, the minister met union leaders.", PAST),
    ("On Monday, the minister will meet union leaders.", AHEAD),
    ("The minister said Monday that ships would sail.", PAST),
    ("Officials said the ships will leave, the minister announced Monday.", PAST),
    ("The minister plans to meet union leaders on Monday.", AHEAD),
    ("The talks are due to begin on Monday.", AHEAD),
    ("The talks were put off until Monday because they had until Monday.", AHEAD),
    ("The talks were postponed until Monday.", AHEAD),
    ("The talks are to be held on Monday.", AHEAD),
    ("The talks were held on Monday.", PAST),
    ("The talks have been under way since Monday.", PAST),
    ("The union will strike unless the firm answers by Monday.", AHEAD),
    ("The men could not be found on Monday.", PAST),
    ("Monday's vote was close.", PAST),
    ("Talks on Monday.", PAST),
]


def monday(analysis: Analysis) -> str | None:
    return times.find(analysis, "2011-03-16")[0][-1].value


@pytest.mark.parametrize(("text", "day"), MONDAYS)
def test_from_words_alone(text: str, day: str) -> None:
    assert monday(bare(text)) == day


@pytest.mark.parametrize(("text", "day"), MONDAYS)
def test_with_the_parse(text: str, day: str) -> None:
    assert monday(analyse(text, headline=None)) == day


def test_from_the_tree_where_no_verb_is_near() -> None:
    words = [("Talks", 0, "NOUN", "NNS"), ("Monday", 0, "PROPN", "NNP"), ("resume", 0, "VERB", "VBD")]
    text = " ".join(word for word, *_ in words)
    tokens, at = [], 0
    for word, _, tag, penn in words:
        span = (at, at + len(word))
        tokens.append(Token(span=span, text=word, tag=tag, penn=penn, lemma=word, head=2, relation="dep"))
        at += len(word) + 1
    # The verb lies in another sentence, so that only the tree leads there.
    sentences = (Sentence(span=(0, 12), first=0, last=2, paragraph=0),)
    analysis = Analysis(
        text=text, has_headline=False, paragraphs=((0, at - 1),), sentences=sentences, tokens=tuple(tokens), names=()
    )
    assert Tenses(analysis).of((6, 12)) == "past"


def test_no_verb_no_tense() -> None:
    assert Tenses(bare("Talks Monday")).of((6, 12)) is None


def test_what_would_not_be_done_lies_ahead_and_what_nobody_would_say_behind() -> None:
    assert monday(analyse("The plan would not be approved before Monday.", headline=None)) == AHEAD
    assert monday(analyse("The minister would not say on Monday where the ship was.", headline=None)) == PAST
