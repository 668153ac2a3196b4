"""The language core in torch: MiniLM's encoder with what we tell it of words, and the heads on top."""

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language import labels, traits

WIDTH, LAYERS, HEADS, INNER, POSITIONS, PIECES = 384, 6, 12, 1536, 512, 30_522
MIXED = 3  # the last layers whose mean the heads read
ARC, RELATION, POINTER = 256, 96, 64


class Block(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)  # each B h L d
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + mask
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Projection(nn.Module):
    """A one-layer perceptron with strong dropout, as biaffine parsers use (Dozat & Manning 2017)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, width)
        self.dropout = nn.Dropout(0.33)

    def forward(self, x: Tensor) -> Tensor:
        return self.dropout(functional.gelu(self.linear(x)))


class Core(nn.Module):
    """Pieces to word-level scores.

    Takes pieces, shapes, marks [B, L] (0 pads pieces), first [B, W]: each word's first piece. Gives a dict of
    "scores" [B, W, sum of labels.WIDTHS], "arcs" [B, W, W] (row: a word, column: its head; itself for a root),
    "dependents" and "governors" [B, W, RELATION], "askers" and "answers" [B, W, pointers x POINTER], "none"
    [B, W, pointers].
    """

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(traits.SHAPES, WIDTH)
        self.marks = nn.Embedding(traits.MARKS, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Block() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        self.drop_words = nn.Dropout(0.2)
        pointers = len(labels.POINTERS)
        self.scores = nn.Linear(WIDTH, sum(labels.WIDTHS.values()))
        self.dependent, self.governor = Projection(ARC), Projection(ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.dependents, self.governors = Projection(RELATION), Projection(RELATION)
        self.relation = nn.Parameter(torch.randn(RELATION + 1, len(labels.RELATIONS), RELATION + 1) * 0.02)
        self.askers, self.answers = Projection(pointers * POINTER), Projection(pointers * POINTER)
        self.none = nn.Linear(WIDTH, pointers)
        self.steps = nn.Parameter(torch.zeros(len(labels.LAYERS), len(labels.BIO), len(labels.BIO)))

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor) -> dict[str, Tensor]:
        words = self.encode(pieces, shapes, marks, first)
        dependent = self.dependent(words)
        dependent = torch.cat([dependent, torch.ones_like(dependent[..., :1])], -1)
        return {
            "scores": self.scores(words),
            "arcs": dependent @ self.arc @ self.governor(words).transpose(1, 2) / math.sqrt(ARC),
            "dependents": self.dependents(words),
            "governors": self.governors(words),
            "askers": self.askers(words),
            "answers": self.answers(words),
            "none": self.none(words),
        }

    def encode(self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor) -> Tensor:
        """Word vectors [B, W, WIDTH]: the mean of the last layers at each word's first piece."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.shapes(shapes) + self.marks(marks)
        x = self.dropout(self.norm(x))
        mask = ((pieces == 0) * -1e4).to(x.dtype)[:, None, None, :]
        states = []
        for layer in self.layers:
            x = layer(x, mask)
            states.append(x)
        mixed = torch.stack(states[-MIXED:]).mean(0)
        chosen = mixed.gather(1, first[..., None].expand(-1, -1, WIDTH))
        words: Tensor = self.drop_words(chosen)
        return words


def load_minilm(core: Core, weights: dict[str, Tensor]) -> None:
    """Copies MiniLM-L6's encoder (names as Hugging Face's BERT has them) into a new core."""
    embeddings = "embeddings."
    core.words.weight.data.copy_(weights[embeddings + "word_embeddings.weight"])
    kinds = weights[embeddings + "token_type_embeddings.weight"][0]
    core.positions.weight.data.copy_(weights[embeddings + "position_embeddings.weight"] + kinds)
    _copy(core.norm, weights, embeddings + "LayerNorm")
    for number, layer in enumerate(core.layers):
        at = f"encoder.layer.{number}."
        for part in ("weight", "bias"):
            rows = [weights[f"{at}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            getattr(layer.qkv, part).data.copy_(torch.cat(rows))
        _copy(layer.out, weights, at + "attention.output.dense")
        _copy(layer.norm1, weights, at + "attention.output.LayerNorm")
        _copy(layer.up, weights, at + "intermediate.dense")
        _copy(layer.down, weights, at + "output.dense")
        _copy(layer.norm2, weights, at + "output.LayerNorm")


def _copy(module: Any, weights: dict[str, Tensor], name: str) -> None:
    module.weight.data.copy_(weights[name + ".weight"])
    module.bias.data.copy_(weights[name + ".bias"])
