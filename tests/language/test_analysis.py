"""The whole core on real and on hostile text: trees always, offsets right, the same each time, bounded."""

import subprocess
import sys
import time
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import labels, trees
from onrecord.language.analysis import BLOCK_WORDS, analyse
from onrecord.model import Analysis

STORY = (
    "Ferry firm to buy two ships\n\nThe ferry company of Ventspils plans to buy two ships from Gdansk, its director,"
    " Ilze Ozola, said on Monday. “We will sign in May,” she added. The union denied that it had been asked.\n\n"
)
ODD = {
    "empty": "",
    "white space": " \n\n\t ",
    "emoji": "Great news 🙂🙂 from Riga 🇱🇻!\n\n👍",
    "right to left": "قال الوزير إن الميناء مفتوح. Then he left.",
    "no marks": "the ferry left at noon and nobody knew where it went " * 40,
    "marks only": "“”,.!?—–…()[]" * 30,
    "one long word": "a" * 5000,
    "an address": "See https://example.org/" + "path/" * 300 + " now.",
    "zero width": "Ri\u200bga \u2060said\ufeff yes.",
    "surrogate": "Kask \ud800 said so.",
    "capitals": "MINISTER SAYS BRIDGE TO OPEN IN MAY",
}


def assert_sound(analysis: Analysis) -> None:
    tokens, at = analysis.tokens, 0
    for token in tokens:
        assert analysis.text[slice(*token.span)] == token.text
        assert token.tag in labels.UPOS
        assert token.penn in labels.PENN
        assert token.relation in labels.RELATIONS
        assert token.lemma
    for sentence in analysis.sentences:
        assert sentence.first == at < sentence.last
        at = sentence.last
        own = range(sentence.first, sentence.last)
        heads = np.array([tokens[i].head for i in own]) - sentence.first
        assert trees.is_tree(heads)
        assert [i for i in own if tokens[i].relation == "root"] == [i for i in own if tokens[i].head == i]
    assert at == len(tokens)
    for first, last in [(p.first, p.last) for p in analysis.parts] + [(t.first, t.last) for t in analysis.triggers]:
        assert 0 <= first < last <= len(tokens)


def test_a_story_is_read() -> None:
    analysis = analyse(STORY, headline="Ferry firm to buy two ships")
    assert_sound(analysis)
    assert analysis.has_headline
    assert len(analysis.paragraphs) == 2
    assert "Ilze Ozola" in [STORY[slice(*name.span)] for name in analysis.names]
    said = next(token for token in analysis.tokens if token.text == "said")
    assert (said.tag, said.penn, said.lemma) == ("VERB", "VBD", "say")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_hostile_texts_are_read(text: str) -> None:
    assert_sound(analyse(text, headline=None))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert_sound(analyse(text, headline=None))


def test_the_same_text_is_read_the_same() -> None:
    assert analyse(STORY, headline=None) == analyse(STORY, headline=None)


def test_what_stands_far_behind_changes_nothing_before_it() -> None:
    short, long = analyse(STORY * 6, headline=None), analyse(STORY * 12, headline=None)
    half = len(short.tokens) // 2
    assert short.tokens[:half] == long.tokens[:half]


@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["paragraphs", "one paragraph"])
def test_a_text_of_several_blocks_is_read_whole(joint: str) -> None:
    text = joint.join(["The ferry left Riga at noon, Kask said."] * (BLOCK_WORDS // 9 + 200))
    analysis = analyse(text, headline=None)
    assert len(analysis.tokens) > BLOCK_WORDS
    assert_sound(analysis)
    assert all(s.paragraph < len(analysis.paragraphs) for s in analysis.sentences)


def test_memory_hangs_on_the_block_and_not_on_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """One paragraph without end: the arrays of one block at most, beside the tokens that are given back."""
    monkeypatch.setattr("onrecord.language.analysis.BLOCK_WORDS", 500)
    analyse("ferry", headline=None)
    peaks = []
    for size in (500, 1500):
        tracemalloc.start()
        count = len(analyse("ferry " * size, headline=None).tokens)
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
        assert count == size
    assert peaks[1] < 2 * peaks[0]


def test_time_is_linear() -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        analyse(STORY * times, headline=None)
        return time.process_time() - begun

    seconds(1)
    assert seconds(80) < 4 * 8 * max(seconds(10), 0.05)


def test_reading_loads_no_torch_and_opens_no_socket() -> None:
    code = (
        "import socket, sys\n"
        "def closed(*_, **__): raise AssertionError('a socket was opened')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = closed\n"
        "from onrecord.language.analysis import analyse\n"
        "assert analyse('Kask left Riga.', headline=None).tokens\n"
        "assert not {'torch', 'onnx', 'transformers', 'tokenizers'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, "")
