"""Scores by head, and one root for a sentence that runs over two windows."""

import numpy as np

from onrecord.language import grammar, labels
from onrecord.language.analysis import analyse


def test_scores_are_divided_by_head() -> None:
    width = sum(labels.WIDTHS.values())
    found = grammar.columns(np.arange(2 * width, dtype=np.float32).reshape(2, width))
    assert {name: part.shape[1] for name, part in found.items()} == labels.WIDTHS
    assert float(found["factuality"][0, 0]) == width - 1


def test_a_sentence_longer_than_a_window_has_one_root() -> None:
    analysis = analyse("and the ferry and the harbour and the quay " * 60, headline=None)
    for sentence in analysis.sentences:
        own = range(sentence.first, sentence.last)
        assert sum(analysis.tokens[i].head == i for i in own) == 1
