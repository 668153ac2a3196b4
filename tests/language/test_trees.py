"""Trees: one root, all words below it, and no better tree where greedy heads make none."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import trees

SEEDS = st.integers(0, 10_000)


def scores_of(seed: int, size: int) -> trees.Floats:
    return np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)


def total(scores: trees.Floats, heads: trees.Heads) -> float:
    return float(scores[np.arange(len(heads)), heads].sum())


def reaches_one_root(heads: trees.Heads) -> bool:
    roots = [word for word, head in enumerate(heads) if word == head]
    for start in range(len(heads)):
        word = start
        for _ in heads:
            word = int(heads[word])
        if [word] != roots:
            return False
    return True


@given(SEEDS, st.integers(1, 4))
def test_no_tree_is_better(seed: int, size: int) -> None:
    scores = scores_of(seed, size)
    every = (np.array(heads) for heads in product(range(size), repeat=size))
    best = max(total(scores, heads) for heads in every if reaches_one_root(heads))
    assert total(scores, trees.heads(scores)) == pytest.approx(best, abs=1e-4)


@given(SEEDS, st.integers(1, 60))
def test_any_scores_make_a_tree(seed: int, size: int) -> None:
    heads = trees.heads(scores_of(seed, size))
    assert reaches_one_root(heads)
    assert trees.is_tree(heads)


@given(st.lists(st.integers(0, 6), min_size=7, max_size=7))
def test_a_tree_is_told_from_what_is_none(heads: list[int]) -> None:
    assert trees.is_tree(np.array(heads)) == reaches_one_root(np.array(heads))


def test_equal_scores_make_a_tree_too() -> None:
    assert trees.is_tree(trees.heads(np.zeros((9, 9), dtype=np.float32)))
