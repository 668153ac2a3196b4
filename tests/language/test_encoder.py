"""The shipped model fits the code, and every word has a reading."""

import json
from importlib.resources import files

import numpy as np

from onrecord.language import encoder, labels


def test_the_model_was_made_for_these_labels() -> None:
    folder = files("onrecord.language").joinpath("model")
    told = json.loads(folder.joinpath("model.json").read_text("utf-8"))
    assert told["widths"] == labels.WIDTHS
    assert "@" in told["name"]
    loaded = encoder.model()
    assert loaded.relation.shape[0] == len(labels.RELATIONS)
    assert loaded.steps.shape == (len(labels.LAYERS), len(labels.BIO), len(labels.BIO))


def test_every_word_has_a_row() -> None:
    texts = "The ferry left Riga at noon .".split() * 60
    units = [*range(0, len(texts), 7)]
    given = encoder.words(texts, [True] * len(texts), [0], units, opens=True)
    readings = encoder.read(given)
    assert len(readings) > 1
    assert sum(len(r.scores) for r in readings) == len(texts)
    for reading in readings:
        count = reading.window.stop - reading.window.first
        assert reading.scores.shape == (count, sum(labels.WIDTHS.values()))
        assert reading.arcs.shape == (count, count)
        assert np.isfinite(reading.arcs).all()
        assert all(len(a) == count for a in (reading.dependents, reading.governors, reading.askers, reading.none))
