"""The gate's own arithmetic: what crosses a floor, what is pinned, which suites there are."""

import tomllib
from pathlib import Path

import pytest

from bench import quality, speed


@pytest.mark.parametrize(
    ("floors", "told"),
    [
        ({"least": {"f1": 0.5}}, []),
        ({"least": {"f1": 0.9}}, ["f1 0.800 is below its floor 0.9"]),
        ({"most": {"f1": 0.9}}, []),
        ({"most": {"f1": 0.5}}, ["f1 0.800 is above its ceiling 0.5"]),
        ({"least": {"recall": 0.5}}, ["recall is pinned and was not measured"]),
        ({}, []),
    ],
)
def test_a_figure_that_crosses_is_named(floors: dict[str, dict[str, float]], told: list[str]) -> None:
    assert quality.crossed({"f1": 0.8}, floors) == told


def test_what_is_pinned_holds_for_the_figures_it_was_made_from() -> None:
    figures = {"f1": 0.8314, "p share": 83.1, "false_bylines": 0.031, "column_leak": 0.0, "none": 0.0}
    floors = tomllib.loads(quality.pinned("x", figures, "abc"))["x"]
    assert floors["gold"] == "abc"
    assert set(floors["most"]) == {"false_bylines", "column_leak"}
    assert quality.crossed(figures, floors) == []
    worse = {**figures, "f1": 0.80, "false_bylines": 0.06}
    assert len(quality.crossed(worse, floors)) == 2


def test_every_suite_is_a_module_that_measures() -> None:
    for name in quality.SUITES:
        text = (quality.ROOT / "bench" / f"{name}.py").read_text("utf-8")
        assert "\ndef measure(gold: Path" in text, name


def test_floors_are_of_suites_that_there_are() -> None:
    floors = tomllib.loads(quality.FLOORS.read_text("utf-8"))
    assert set(floors) - {"speed"} <= set(quality.SUITES)
    assert set(floors.get("speed", {})) <= set(speed.PARTS)
    for name, suite in floors.items():
        assert name == "speed" or {"gold"} <= set(suite) <= {"gold", "least", "most"}


def test_without_gold_a_suite_is_skipped_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert quality.run("claims", tmp_path) == []
    assert "skipped, no gold data" in capsys.readouterr().out
