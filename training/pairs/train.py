"""Fine-tunes the core on typed pairs."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.language.pieces import Vocabulary
from training.core import batches
from training.core.attributions import Text
from training.core.documents import Document
from training.core.model import Core
from training.pairs.data import TYPES, Pair
from training.pairs.model import Typer, loss

SIZE = 24  # pairs of one batch
MOST = 120  # pieces of a sentence; what is beyond is cut off
RATES = {"encoder": 1.5e-4, "heads": 1e-3}
WARM_UP = 0.1
EPOCHS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A pair in pieces: four numbers each (piece, shape, mark, role)."""

    pieces: NDArray[np.int64]
    kind: int
    weight: float


def row(pair: Pair, vocabulary: Vocabulary, weight: float = 1.0) -> Row:
    """One pair ready for the model."""
    text = Text(pair.text, "pair")
    document: Document = text.document
    cut = batches.cut(document, vocabulary)
    roles = np.zeros(len(document.words), dtype=np.int64)
    for value, spans in ((1, pair.source), (2, pair.target)):
        for first, last in text.all(spans):
            roles[first:last] |= value
    flat = [(vocabulary.first, 0, 0, 0)]
    for word, pieces in enumerate(cut.pieces):
        flat += [(piece, cut.shapes[word], cut.marks[word], int(roles[word])) for piece in pieces]
    flat = [*flat[: MOST - 1], (vocabulary.last, 0, 0, 0)]
    return Row(pieces=np.array(flat, dtype=np.int64).T, kind=TYPES.index(pair.type), weight=weight)


def batch(rows: Sequence[Row]) -> list[Tensor]:
    """Pieces, shapes, marks, roles [B, L], padded with 0."""
    wide = max(r.pieces.shape[1] for r in rows)
    table = np.zeros((4, len(rows), wide), dtype=np.int64)
    for n, r in enumerate(rows):
        table[:, n, : r.pieces.shape[1]] = r.pieces
    return list(torch.from_numpy(table))


def order(rows: Sequence[Row], dice: random.Random, pool: int = 8) -> list[list[Row]]:
    """All rows once, in batches of like length."""
    mixed = dice.sample(list(rows), len(rows))
    found = []
    for start in range(0, len(mixed), pool * SIZE):
        near = sorted(mixed[start : start + pool * SIZE], key=lambda r: r.pieces.shape[1])
        found += [near[n : n + SIZE] for n in range(0, len(near), SIZE)]
    dice.shuffle(found)
    return found


def load(path: Path) -> Core:
    """A core with the averaged weights of a checkpoint of training.core.train."""
    core = Core()
    core.load_state_dict(torch.load(path, weights_only=True, mmap=True)["average"])
    return core


def learn(core: Core, rows: Sequence[Row], epochs: int, seed: int) -> Typer:
    """A typer fine-tuned for `epochs` rounds over the rows, at a rate that falls to zero."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    model = Typer(core)
    core.words.weight.requires_grad_(False)
    encoder = [p for m in (core.positions, core.norm, core.layers, core.shapes, core.marks) for p in m.parameters()]
    known = {id(p) for p in core.parameters()}
    heads = [p for p in model.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": RATES["encoder"]}, {"params": heads, "lr": RATES["heads"]}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    plan = [group for _ in range(epochs) for group in order(rows, dice)]
    model.train()
    for step, group in enumerate(plan):
        for settings, base in zip(optimiser.param_groups, RATES.values()):
            settings["lr"] = base * rate(step / len(plan))
        with torch.autocast("cpu", torch.bfloat16):
            scores = model(*batch(group))
        loss(scores, torch.tensor([r.kind for r in group]), torch.tensor([r.weight for r in group])).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
    return model


def rate(part: float) -> float:
    """The share of the full rate when a part of the steps is done: up in a line, down in a half cosine."""
    if part < WARM_UP:
        return part / WARM_UP
    return 0.5 + 0.5 * math.cos(math.pi * (part - WARM_UP) / (1 - WARM_UP))


@torch.no_grad()
def chances(model: Typer, rows: Sequence[Row]) -> NDArray[np.float64]:
    """[N, types] for rows in their order."""
    model.eval()
    found = np.zeros((len(rows), len(TYPES)))
    near = sorted(range(len(rows)), key=lambda n: rows[n].pieces.shape[1])
    for start in range(0, len(near), SIZE):
        part = near[start : start + SIZE]
        found[part] = model(*batch([rows[n] for n in part])).softmax(-1).numpy()
    return found
