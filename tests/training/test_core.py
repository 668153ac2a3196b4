"""What the language core learns from: texts and treebanks become documents whose labels say what the gold says."""

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.language import labels, windows
from training import own
from training.core import attributions, documents, treebanks
from training.core.documents import UNKNOWN

TREE = """# newdoc id = a
# newpar
1-2\tCan't\t_\t_\t_\t_\t_\t_\t_\t_
1\tCa\tcan\tAUX\tMD\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tOk\tok\tINTJ\tUH\t_\t0\troot\t_\t_

"""


def test_a_treebank_is_read_with_its_heads_and_layout(tmp_path: Path) -> None:
    path = tmp_path / "ewt.conllu"
    path.write_text(TREE, "utf-8")
    (doc,) = treebanks.trees(path)
    assert doc.words == ["Ca", "n't", "go", ".", "Ok"]
    assert doc.spaced == [True, False, True, False, True]
    assert doc.labels["head"].tolist() == [2, 2, 2, 2, 4]
    assert doc.labels["end"].tolist() == [0, 0, 0, 1, 1]
    assert [labels.UPOS[n] for n in doc.labels["upos"]] == ["AUX", "PART", "VERB", "PUNCT", "INTJ"]
    assert (doc.paragraphs, doc.units) == ([0], [0, 4])


def test_names_are_read_as_tags_of_begin_inside_end_single(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    rows = ["# doc = a", "Ana\tB-Person", "Reis\tI-Person", "left\tO", "Riga\tB-Location", ".\tO", "", ""]
    path.write_text("\n".join(rows), "utf-8")
    (doc,) = treebanks.names(path)
    tags = [labels.NAME_TAGS[n] for n in doc.labels["name"]]
    assert tags == ["B-Person", "E-Person", "O", "S-Location", "O"]


def test_spans_become_tags() -> None:
    assert documents.bio(6, [(1, 3), (3, 4)], [0, 2]).tolist() == [0, 1, 2, 5, 0, 0]


def test_a_claim_in_a_claim_stands_one_level_in() -> None:
    text = "The mayor said that the guards denied firing."
    find = {word: [text.index(word), text.index(word) + len(word)] for word in ("The mayor", "said", "the guards")}
    find |= {word: [text.index(word), text.index(word) + len(word)] for word in ("denied", "firing")}
    whole = [text.index("the guards"), len(text) - 1]
    outer = {"id": "c1", "source": [find["The mayor"]], "cue": [find["said"]], "content": [whole], "stance": "asserts"}
    inner = {"id": "c2", "source": [find["the guards"]], "cue": [find["denied"]], "content": [find["firing"]]}
    inner |= {"stance": "denies", "parent": "c1"}
    raw = {"text": text, "claims": [outer, inner], "entities": [], "events": []}
    (doc,) = attributions.records(iter([raw]), "own")
    found = doc.labels["claim"]
    assert found[:, labels.LAYERS.index("outer cue")].tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert found[:, labels.LAYERS.index("inner cue")].tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 0]
    known = doc.labels["stance"]
    assert {doc.words[i]: labels.STANCES[known[i]] for i in np.flatnonzero(known != UNKNOWN)} == {
        "said": "asserts",
        "denied": "denies",
    }
    assert doc.links[0].rows == [(4, 2), (7, 6)]


def test_our_own_items_are_read_and_fit_in_windows() -> None:
    docs = list(attributions.records(own.items(), "own"))
    assert len(docs) > 1000
    for doc in docs:
        assert all(len(values) == len(doc.words) for values in doc.labels.values())
        ends = [w.stop for w in windows.cut([1] * len(doc.words), doc.units)]
        assert ends[-1] == len(doc.words)


def test_the_log_of_the_shipped_run_tells_its_settings() -> None:
    path = Path(__file__).parents[2] / "training" / "core" / "runs" / "core-0.3.0.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert {row["stage"] for row in rows if "stage" in row} == {1, 2, 3, 4}
    assert all("seed" in row for row in rows if "stage" in row)


def test_losses_fall_to_numbers_for_every_kind_of_label() -> None:
    torch = pytest.importorskip("torch")
    from onrecord.language import encoder
    from training.core import batches, losses, model

    vocabulary = encoder.model().vocabulary
    texts = [batches.cut(doc, vocabulary) for _, doc in zip(range(4), attributions.records(own.items(), "own"))]
    batch = next(batches.epochs(texts, vocabulary, 512, 1))
    torch.manual_seed(1)
    core = model.Core()
    found = losses.parts(core, core(batch.pieces, batch.shapes, batch.marks, batch.first), batch)
    assert {"claim", "stance"} <= set(found)
    assert bool(torch.isfinite(losses.total(found)))


def test_training_can_go_on_from_the_shipped_weights() -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from onrecord.language import encoder
    from training.core import model, weights

    core = model.Core().eval()
    weights.load_shipped(core, weights.SHIPPED)
    pieces = [encoder.model().vocabulary.cut(word)[0] for word in ("the", "mayor", "denied", "it")]
    given = [[101, *pieces, 102], [0] * 6, [0] * 6, [1, 2, 3, 4]]
    with torch.no_grad():
        found = core(*(torch.tensor([row]) for row in given))["scores"][0].numpy()
    names = ("pieces", "shapes", "marks", "first")
    told = encoder.model().session.run(["scores"], {n: np.array([row]) for n, row in zip(names, given)})[0][0]
    assert np.corrcoef(found.ravel(), told.ravel())[0, 1] > 0.98
