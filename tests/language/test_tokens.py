"""Words and marks: where they are cut, and that nothing is lost or moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import tokens

ODD = "aB1.,’'“”\"-–—$£%()/:;!?…@&# \u00a0\u200b\n\té漢\U0001f600"


def cut(text: str) -> list[str]:
    return [token.text for token in tokens.find(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She didn’t go.", "She did n’t go ."),
        ("Kask's aide can't agree", "Kask 's aide ca n't agree"),
        ("Gen. Ana Reis left the U.S. at 10:30 a.m.", "Gen. Ana Reis left the U.S. at 10:30 a.m."),
        ("It cost $3.5bn, or 3,000.50 each", "It cost $ 3.5 bn , or 3,000.50 each"),
        ("a long-term deal", "a long - term deal"),
        ("The “green wall” (of 1974) – gone", "The “ green wall ” ( of 1974 ) – gone"),
        ("write to ana@example.org.", "write to ana@example.org ."),
        ("Why not?", "Why not ?"),
        ("cannot", "can not"),
        ("They dont know, theyll ask y’all", "They do nt know , they ll ask y’ all"),
        ("as is his wont", "as is his wont"),
        ("a vice-president and an over-the-counter drug", "a vice-president and an over - the - counter drug"),
        ("They won 51-49 on 2024-05-03.", "They won 51 - 49 on 2024-05-03 ."),
        ("call +371 555-0123 at 7:30pm", "call +371 555-0123 at 7:30 pm"),
        ("the 1960’s, 2023’s and ’98", "the 1960’s , 2023 ’s and ’98"),
        ("a .265 average, 12km by 5G", "a .265 average , 12 km by 5G"),
        ("No. 10 said: No. He left", "No. 10 said : No . He left"),
        ("ropes, nets etc. were sold, oars etc. He left", "ropes , nets etc. were sold , oars etc . He left"),
        ("Kask et al. of Salem, Mass., said", "Kask et al. of Salem , Mass. , said"),
        ("After Mass. He left", "After Mass . He left"),
        ("Dr.Kask, Ph.D., and Reis B., left", "Dr. Kask , Ph.D. , and Reis B. , left"),
        ("(see https://example.org/a_(b).)", "( see https://example.org/a_(b) . )"),
        ("@kask wrote #ferry :) Really?!", "@kask wrote #ferry :) Really ?!"),
        ("He w- went . . . off.... …", "He w- went . . . off .... …"),
        ("It left at noon.Nobody saw. Kask left Riga.He", "It left at noon . Nobody saw . Kask left Riga . He"),
        ("Tana.Kask wrote to example.org", "Tana.Kask wrote to example.org"),
        ("5’10” tall", "5 ’ 10 ” tall"),
        ("at noon.@kask_riga", "at noon . @kask_riga"),
        ("short- and long-term", "short - and long - term"),
    ],
)
def test_words_are_cut_as_universal_dependencies_cuts_them(text: str, words: str) -> None:
    assert cut(text) == words.split()


@given(st.text(alphabet=st.sampled_from(ODD), max_size=120))
def test_every_letter_belongs_to_one_word_and_stands_where_it_stood(text: str) -> None:
    found = tokens.find(text, (0, len(text)))
    at = 0
    for token in found:
        start, end = token.span
        assert at <= start < end <= len(text)
        assert token.text == text[start:end]
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(max_size=60), st.text(max_size=60))
def test_only_what_is_asked_for_is_cut(before: str, text: str) -> None:
    whole = before + "\n" + text
    found = tokens.find(whole, (len(before) + 1, len(whole)))
    assert all(token.span[0] > len(before) for token in found)
