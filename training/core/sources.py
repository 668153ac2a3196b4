"""The sets that the core learns from, by name: where they lie, how they are read, how often a batch comes from each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training import own
from training.core import attributions, treebanks
from training.core.documents import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """`read` takes the gold folder; `shares` are chances of a batch in each stage of training."""

    read: Callable[[Path], Iterator[Document]]
    shares: tuple[float, float, float, float]


def _trees(gold: Path) -> Iterator[Document]:
    for name in ("ewt", "gum"):
        yield from treebanks.trees(gold / "language" / f"{name}_train.conllu")


def _names(gold: Path) -> Iterator[Document]:
    return treebanks.names(gold / "language" / "names_train.tsv")


def _polnear(gold: Path) -> Iterator[Document]:
    return attributions.polnear(gold / "claims" / "polnear_train.jsonl")


def _own(gold: Path) -> Iterator[Document]:
    return attributions.records(own.items(), "own")


def _factuality(gold: Path) -> Iterator[Document]:
    return attributions.factuality(gold / "events" / "factuality_train.conll")


SOURCES = {
    "trees": Source(read=_trees, shares=(0.42, 0.31, 0.38, 0.24)),
    "names": Source(read=_names, shares=(0.20, 0.22, 0.20, 0.14)),
    "polnear": Source(read=_polnear, shares=(0.38, 0.28, 0.30, 0.46)),
    "own": Source(read=_own, shares=(0.0, 0.15, 0.10, 0.14)),
    "factuality": Source(read=_factuality, shares=(0.0, 0.04, 0.02, 0.02)),
}
