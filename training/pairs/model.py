"""The core told where the parties stand, and a head that types what goes on between them."""

import torch
from torch import Tensor, nn

from onrecord.language import labels
from training.core.model import WIDTH, Core
from training.pairs.data import TYPES

ROLES = 4  # no party, source, target, both
HIDDEN = 256
_BEFORE_TRIGGERS = list(labels.WIDTHS).index("trigger")
TRIGGERS = slice(
    sum(list(labels.WIDTHS.values())[:_BEFORE_TRIGGERS]), sum(list(labels.WIDTHS.values())[: _BEFORE_TRIGGERS + 1])
)


class Typer(nn.Module):
    """Pieces, shapes, marks, roles [B, L] (0 pads pieces) to scores [B, types]."""

    def __init__(self, core: Core) -> None:
        super().__init__()
        self.core = core
        self.roles = nn.Embedding(ROLES, WIDTH)
        nn.init.zeros_(self.roles.weight)
        self.looks = nn.Linear(2 * WIDTH, 2)
        self.hidden = nn.Linear(6 * WIDTH + len(labels.TRIGGER_TAGS), HIDDEN)
        self.types = nn.Linear(HIDDEN, len(TYPES))
        self.dropout = nn.Dropout(0.2)

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, roles: Tensor) -> Tensor:
        x, triggers = self._encode(pieces, shapes, marks, roles)
        real = (pieces != 0).to(x.dtype)
        source, target = (mean(x, held(roles, number)) for number in (1, 2))
        asked = torch.cat([x, (x * (source + target)[:, None])], -1)
        looks = (self.looks(asked) + ((1 - real) * -1e4)[..., None]).softmax(1)
        seen = torch.einsum("blk,blw->bkw", looks, x).flatten(1)
        told = torch.cat([source, target, source * target, x[:, 0], seen, triggers], -1)
        found: Tensor = self.types(self.dropout(nn.functional.gelu(self.hidden(self.dropout(told)))))
        return found

    def _encode(self, pieces: Tensor, shapes: Tensor, marks: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        """Piece vectors [B, L, WIDTH] and the highest chance of each trigger tag in the sentence [B, tags]."""
        core = self.core
        places = torch.arange(pieces.shape[1])
        x = core.words(pieces) + core.positions(places) + core.shapes(shapes) + core.marks(marks) + self.roles(roles)
        x = core.dropout(core.norm(x))
        mask = ((pieces == 0) * -1e4).to(x.dtype)[:, None, None, :]
        states = []
        for layer in core.layers:
            x = layer(x, mask)
            states.append(x)
        mixed = torch.stack(states[-3:]).mean(0)
        tags = nn.functional.linear(mixed, core.scores.weight[TRIGGERS], core.scores.bias[TRIGGERS]).softmax(-1)
        return mixed, (tags * (pieces != 0)[..., None]).amax(1)


def held(roles: Tensor, number: int) -> Tensor:
    """1 where a piece belongs to the party (1 source, 2 target), else 0."""
    return ((roles == number) | (roles == ROLES - 1)).float()


def mean(x: Tensor, chosen: Tensor) -> Tensor:
    """The mean of chosen vectors, zero where none is chosen."""
    weights = (chosen / chosen.sum(1, keepdim=True).clamp(min=1)).to(x.dtype)
    return torch.einsum("bl,blw->bw", weights, x)


def loss(scores: Tensor, kinds: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean of minus the log chance of the right type, with a tenth spread over all types."""
    found = nn.functional.cross_entropy(scores.float(), kinds, label_smoothing=0.1, reduction="none")
    return (found * weights).sum() / weights.sum()
