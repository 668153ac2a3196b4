"""Spans: the best path is found, and only well-formed tags come out of any scores."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import spans

SEEDS = st.integers(0, 10_000)


def scores_of(seed: int, length: int, tags: int) -> spans.Floats:
    return (3 * np.random.default_rng(seed).normal(size=(length, tags))).astype(np.float32)


def weight(scores: spans.Floats, steps: spans.Floats, tags: tuple[int, ...]) -> float:
    moves = sum(float(steps[a, b]) for a, b in pairwise(tags))
    return moves + sum(float(scores[i, tag]) for i, tag in enumerate(tags))


@given(SEEDS, st.integers(1, 5), st.sampled_from([1, 2]))
def test_no_path_is_better(seed: int, length: int, kinds: int) -> None:
    tags_in_all = 1 + 2 * kinds
    scores = scores_of(seed, length, tags_in_all)
    steps = spans.bio_steps(kinds) + scores_of(seed + 1, tags_in_all, tags_in_all)
    found = tuple(int(tag) for tag in spans.path(scores, steps))
    best = max(weight(scores, steps, tags) for tags in product(range(tags_in_all), repeat=length))
    assert weight(scores, steps, found) == pytest.approx(best, abs=1e-3)


@given(SEEDS, st.integers(0, 40))
def test_names_stand_apart_in_order(seed: int, length: int) -> None:
    at = 0
    for first, last, kind, share in spans.names(scores_of(seed, length, 37), 9):
        assert at <= first < last <= length
        assert 0 <= kind < 9
        assert 0 < share <= 1.001
        at = last


@given(SEEDS, st.integers(0, 40), st.sampled_from([1, 16]))
def test_parts_stand_apart_in_order(seed: int, length: int, kinds: int) -> None:
    at = 0
    for first, last, kind, share in spans.bio(scores_of(seed, length, 1 + 2 * kinds), spans.bio_steps(kinds)):
        assert at <= first < last <= length
        assert 0 <= kind < kinds
        assert 0 <= share <= 1
        at = last


@given(SEEDS, st.integers(1, 12))
def test_searching_stretches_finds_what_searching_all_finds(seed: int, length: int) -> None:
    scores, steps = scores_of(seed, length, 3), spans.bio_steps(1)
    scores[:: seed % 5 + 2, 0] += 20
    tags = spans.path(scores, steps)
    inside = {i for first, last, *_ in spans.bio(scores, steps) for i in range(first, last)}
    assert inside == {i for i, tag in enumerate(tags) if tag}


def test_a_single_word_and_a_long_name() -> None:
    scores = np.zeros((6, 1 + 4 * 2), dtype=np.float32)
    for word, tag in enumerate([0, 4, 0, 5, 6, 7]):  # O, S of kind 0, O, B I E of kind 1
        scores[word, tag] = 9
    assert [found[:3] for found in spans.names(scores, 2)] == [(1, 2, 0), (3, 6, 1)]
