"""Trains the language core, on from its last checkpoint where there is one.

python -m training.core.train RUN --gold ../shared/gold [--stage 1|2|3|4] [--shipped] [--minutes M] [--seed S]

Stage 1 learns grammar, names and outer claims at a steady rate; stage 2 goes on from it, adds our own items (inner
claims, stances, events) and lets the rate fall to zero; stage 3 does the same once more in smaller steps, and so does
stage 4, mostly on claims, some of whose pieces it hides. RUN is a folder; log.jsonl in it tells each run's settings and
losses. --shipped starts a new RUN from the shipped weights instead of MiniLM's.
"""

import argparse
import copy
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor

from onrecord.language.pieces import Vocabulary
from training.core import batches, losses
from training.core.batches import Batch
from training.core.model import Core, load_minilm
from training.core.sources import SOURCES
from training.core.weights import SHIPPED, load_shipped, minilm


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """`pieces` of one batch; rates of learning, which may fall to zero; `kept` of the averaged weights at each step;
    the share of pieces `hidden` in batches that teach claims."""

    pieces: int
    encoder: float
    heads: float
    falls: bool
    kept: float = 0.995
    hidden: float = 0.0


STAGES = {
    1: Stage(pieces=4096, encoder=1.5e-4, heads=1.2e-3, falls=False),
    2: Stage(pieces=4096, encoder=1.5e-4, heads=1.2e-3, falls=True),
    3: Stage(pieces=1536, encoder=9e-5, heads=7e-4, falls=True, kept=0.998),
    4: Stage(pieces=1536, encoder=9e-5, heads=7e-4, falls=True, kept=0.998, hidden=0.05),
}
WARM_UP = 120
SIGNS, MASK = 102, 103  # MiniLM's numbers: padding and the signs of a window come up to 102
EVERY = 25
SAVE_EVERY = 150


def vocabulary() -> Vocabulary:
    """MiniLM's pieces."""
    return Vocabulary((minilm() / "vocab.txt").read_text("utf-8").splitlines())


def optimiser(core: Core, stage: Stage) -> torch.optim.Optimizer:
    core.words.weight.requires_grad_(False)
    encoder = [p for m in (core.positions, core.norm, core.layers) for p in m.parameters()]
    known = {id(p) for p in encoder}
    heads = [p for p in core.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": encoder, "base": stage.encoder}, {"params": heads, "base": stage.heads}]
    return torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)


def hide(pieces: Tensor, share: float) -> Tensor:
    """The pieces with a share of them, drawn by chance, made MASK; signs and padding stay."""
    chosen = (torch.rand(pieces.shape) < share) & (pieces > SIGNS)
    return pieces.masked_fill(chosen, MASK)


class Run:
    """One training run: its weights, their running average, and where it writes."""

    def __init__(self, folder: Path, stage: int, seed: int, *, shipped: bool = False) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(seed)
        self.number, self.stage = stage, STAGES[stage]
        self.core = Core()
        if shipped:
            load_shipped(self.core, SHIPPED)
        else:
            load_minilm(self.core, load_file(minilm() / "model.safetensors"))
        self.average = copy.deepcopy(self.core)
        self.optimiser = optimiser(self.core, self.stage)
        self.step = self.began = 0
        if self.path.is_file():
            self._resume()

    @property
    def path(self) -> Path:
        return self.folder / "checkpoint.pt"

    def _resume(self) -> None:
        state = torch.load(self.path, weights_only=True)
        self.core.load_state_dict(state["core"])
        self.average.load_state_dict(state["average"])
        self.step = self.began = state["step"]
        self.optimiser.load_state_dict(state["optimiser"])
        for group, base in zip(self.optimiser.param_groups, (self.stage.encoder, self.stage.heads)):
            group["base"] = base

    def save(self) -> None:
        """Writes the checkpoint whole or not at all."""
        state: dict[str, Any] = {"core": self.core.state_dict(), "average": self.average.state_dict()}
        state |= {"optimiser": self.optimiser.state_dict(), "step": self.step}
        part = self.path.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.path)

    def log(self, **values: Any) -> None:
        with (self.folder / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"step": self.step, **values}) + "\n")
        print(json.dumps({"step": self.step, **values}), flush=True)

    def learn(self, batch: Batch, rate: float) -> dict[str, float]:
        """One step; gives the losses by name."""
        for group in self.optimiser.param_groups:
            group["lr"] = group["base"] * rate
        self.core.train()
        pieces = hide(batch.pieces, self.stage.hidden) if "claim" in batch.labels else batch.pieces
        with torch.autocast("cpu", torch.bfloat16):
            out = self.core(pieces, batch.shapes, batch.marks, batch.first)
        found = losses.parts(self.core, out, batch)
        losses.total(found).backward()
        torch.nn.utils.clip_grad_norm_(self.core.parameters(), 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        self._remember()
        return {name: value.item() for name, value in found.items()}

    @torch.no_grad()
    def _remember(self) -> None:
        kept = min(self.stage.kept, (1 + self.step) / (10 + self.step))
        pairs = [(a, c) for a, c in zip(self.average.parameters(), self.core.parameters()) if c.requires_grad]
        torch._foreach_lerp_([a for a, _ in pairs], [c for _, c in pairs], 1 - kept)


def streams(gold: Path, stage: int, seed: int) -> Iterator[tuple[str, Batch]]:
    """Batches of all sources of a stage, by their shares, for ever."""
    pieces = vocabulary()
    shares = {name: s.shares[stage - 1] for name, s in SOURCES.items() if s.shares[stage - 1]}
    found = {}
    for name in shares:
        texts = [batches.cut(d, pieces) for d in SOURCES[name].read(gold)]
        print(f"{name}: {len(texts)} texts, {sum(len(p) for t in texts for p in t.pieces)} pieces", flush=True)
        found[name] = batches.epochs(texts, pieces, STAGES[stage].pieces, seed)
    dice = random.Random(seed)
    while True:
        name = dice.choices(list(shares), list(shares.values()))[0]
        yield name, next(found[name])


def train(run: Run, gold: Path, seconds: float, seed: int) -> None:
    """Trains for so many seconds."""
    stage = run.number
    run.log(stage=stage, seconds=seconds, seed=seed, **asdict(run.stage), sources=list(SOURCES))
    start, seen = time.monotonic(), 0
    sums: dict[str, list[float]] = defaultdict(list)
    for _, batch in streams(gold, stage, seed + run.step):
        gone = time.monotonic() - start
        if gone > seconds:
            break
        falling = max(0.02, 1 - gone / seconds) if run.stage.falls else 1.0
        for name, value in run.learn(batch, min(1.0, (run.step - run.began + 1) / WARM_UP) * falling).items():
            sums[name].append(value)
        seen += int((batch.pieces > 0).sum())
        if run.step % EVERY == 0:
            means = {name: round(sum(v) / len(v), 4) for name, v in sums.items()}
            run.log(pieces_per_second=round(seen / (time.monotonic() - start)), seconds=round(gone), **means)
            sums.clear()
        if run.step % SAVE_EVERY == 0:
            run.save()
    run.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--stage", type=int, choices=(1, 2, 3, 4), default=1)
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    run = Run(options.run, options.stage, options.seed, shipped=options.shipped)
    train(run, options.gold, options.minutes * 60, options.seed)


if __name__ == "__main__":
    main()
