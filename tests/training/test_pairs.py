"""Sentences with marked parties: offsets, folds without doubles, batches that keep the parties, a loss that falls."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

torch = pytest.importorskip("torch")
pytest.importorskip("sklearn")

from training.pairs import data, folds, model, train, words  # noqa: E402


def test_marks_become_spans_of_the_bare_text() -> None:
    pair = data.marked("<t>Mali</t> was warned by <s>Togo</s> and <s>Benin</s>.", "THREATEN", 3)
    assert pair.text == "Mali was warned by Togo and Benin."
    assert [pair.text[s:e] for s, e in pair.source] == ["Togo", "Benin"]
    assert [pair.text[s:e] for s, e in pair.target] == ["Mali"]


def test_every_written_sentence_has_both_parties_and_a_known_type() -> None:
    written = data.written()
    assert {p.type for p in written} == set(data.TYPES)
    for pair in written:
        assert pair.source, pair.text
        assert pair.target, pair.text
        assert "<" not in pair.text
        assert all(pair.text[s:e].strip() for s, e in (*pair.source, *pair.target)), pair.text


def test_no_written_sentence_stands_twice() -> None:
    texts = [p.text for p in data.written()]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(
    ("kind", "status", "found"),
    [
        ("CONSULT", "planned", "AGREE"),
        ("RETREAT", "happened", "YIELD"),
        ("AID", "negated", None),
        ("ASSAULT", "planned", None),
    ],
)
def test_types_fold_as_the_judged_sentences_have_them(kind: str, status: str, found: str | None) -> None:
    assert data.folded(kind, status) == found


def test_items_keep_parties_inside_their_sentence() -> None:
    pairs = list(data.items())
    assert len(pairs) > 100
    for pair in pairs:
        assert all(0 <= s < e <= len(pair.text) for s, e in (*pair.source, *pair.target))


def test_like_sentences_share_a_group_and_others_do_not() -> None:
    one = "Gunmen killed nine farmers near Maiduguri on Friday"
    first, second, third = folds.groups([one, one + ", police said", "Peru and Chile signed a treaty on rivers"])
    assert first == second != third


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ABC")), min_size=1, max_size=60))
def test_a_group_is_never_split(rows: list[tuple[int, str]]) -> None:
    groups = [g for g, _ in rows]
    found = folds.assign(groups, [k for _, k in rows])
    assert all(0 <= f < folds.FOLDS for f in found)
    assert len({(g, f) for g, f in zip(groups, found)}) == len(set(groups))


def test_word_features_tell_the_direction() -> None:
    one = words.features(data.marked("<s>Chad</s> warned <t>Mali</t>", "THREATEN", 3))
    other = words.features(data.marked("<t>Chad</t> warned <s>Mali</s>", "THREATEN", 3))
    assert "between <s> warned" in one
    assert "between <t> warned" in other


def test_batches_hold_every_row_once() -> None:
    vocabulary = pytest.importorskip("training.core.train").vocabulary()
    rows = [train.row(p, vocabulary) for p in data.written()[:50]]
    plan = train.order(rows, random.Random(1))
    assert sorted(id(r) for group in plan for r in group) == sorted(map(id, rows))
    pieces, _, _, roles = train.batch(plan[0])
    assert pieces.shape == roles.shape
    for value in (1, 2):
        assert model.held(roles, value).sum(1).min() >= 1


def test_mean_is_zero_without_a_party() -> None:
    x = torch.ones(2, 3, 4)
    chosen = torch.tensor([[0.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
    assert model.mean(x, chosen).tolist() == [[1.0] * 4, [0.0] * 4]


def test_rows_of_no_weight_say_nothing() -> None:
    scores = torch.randn(2, len(data.TYPES), generator=torch.Generator().manual_seed(1))
    kinds = torch.tensor([3, 5])
    alone = model.loss(scores[:1], kinds[:1], torch.ones(1))
    assert torch.isclose(model.loss(scores, kinds, torch.tensor([1.0, 0.0])), alone)


def test_the_rate_rises_then_falls_to_nothing() -> None:
    assert train.rate(0) == 0
    assert train.rate(train.WARM_UP) == 1
    assert train.rate(1) < 1e-9
