"""What the heads are trained on: one loss for each kind of label that a batch has."""

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.language import labels
from onrecord.language.signals import SOFTENED
from training.core.batches import Batch
from training.core.documents import UNKNOWN
from training.core.model import POINTER, Core

WEIGHTS = {"end": 1.0, "upos": 0.3, "penn": 0.3, "head": 1.0, "relation": 0.7, "name": 1.0, "claim": 1.0, "links": 1.0}
WEIGHTS |= {"trigger": 1.0, "status": 0.5, "stance": 0.5, "factuality": 0.3}
MULTIPLE = ("trigger>actor", "trigger>recipient")  # pointers that may have several ends


def parts(core: Core, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """The losses of a batch by name, unweighted; only of labels that it has."""
    out = {name: value.float() for name, value in out.items()}
    scores = dict(zip(labels.WIDTHS, out["scores"].split(list(labels.WIDTHS.values()), -1)))
    found: dict[str, Tensor] = {}
    for name, gold in batch.labels.items():
        if name in ("upos", "penn", "name", "trigger", "status", "stance"):
            found[name] = _classes(scores[name], gold)
    if "end" in batch.labels:
        found["end"] = _binary(scores["end"][..., 0], batch.labels["end"])
    if "factuality" in batch.labels:
        found["factuality"] = _number(scores["factuality"][..., 0], batch.labels["factuality"])
    if "head" in batch.labels:
        found |= _tree(core, out, batch)
    if "claim" in batch.labels:
        found["claim"] = _layers(core, scores["claim"], batch.labels["claim"])
    if len(batch.links):
        found["links"] = _links(out, batch)
    return found


def total(found: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items()]).sum()


def _classes(scores: Tensor, gold: Tensor) -> Tensor:
    if not (gold != UNKNOWN).any():
        return scores.sum() * 0
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)


def _binary(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != UNKNOWN
    return functional.binary_cross_entropy_with_logits(scores[known], gold[known].float())


def _number(scores: Tensor, gold: Tensor) -> Tensor:
    known = gold != UNKNOWN
    return functional.smooth_l1_loss(scores[known], gold[known].float() / 10) if known.any() else scores.sum() * 0


def _tree(core: Core, out: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Arcs among the words of a sentence only, as they are decoded; relations at the gold heads."""
    heads, end = batch.labels["head"], batch.labels["end"].clamp(min=0)
    sentence = end.cumsum(1) - end
    same = (sentence[:, :, None] == sentence[:, None, :]) & batch.real[:, None, :]
    arcs = out["arcs"].masked_fill(~same, -1e4)
    known = heads != UNKNOWN
    found = {"head": functional.cross_entropy(arcs[known], heads[known])}
    rows = known & (batch.labels["relation"] != UNKNOWN)
    at = heads.clamp(min=0)[..., None].expand(-1, -1, out["governors"].shape[-1])
    chosen = out["governors"].gather(1, at)[rows]
    found["relation"] = functional.cross_entropy(
        relation_scores(core.relation.float(), out["dependents"][rows], chosen), batch.labels["relation"][rows]
    )
    return found


def relation_scores(weights: Tensor, dependents: Tensor, governors: Tensor) -> Tensor:
    """Scores [N, relations] of N pairs of a dependent and its governor."""
    one = torch.ones_like(dependents[:, :1])
    left, right = torch.cat([dependents, one], 1), torch.cat([governors, one], 1)
    inner = (left @ weights.flatten(1)).view(len(left), weights.shape[1], weights.shape[2])
    return (inner * right[:, None, :]).sum(-1)


def _layers(core: Core, scores: Tensor, gold: Tensor) -> Tensor:
    """A linear-chain CRF over BIO for each claim layer, averaged over its words."""
    batch, length, layers = gold.shape
    emissions = scores.view(batch, length, layers, len(labels.BIO))
    known = gold != UNKNOWN  # B W K; a layer is known for all words of a window or for none
    tags = gold.clamp(min=0)
    steps = core.steps.float()
    score = emissions.gather(-1, tags[..., None])[..., 0] * known
    jumps = steps[torch.arange(layers), tags[:, :-1], tags[:, 1:]] * known[:, 1:]
    right = score.sum(1) + jumps.sum(1)
    alpha = emissions[:, 0]
    for t in range(1, length):
        moved = torch.logsumexp(alpha[..., None] + steps, 2) + emissions[:, t]
        alpha = torch.where(known[:, t, :, None], moved, alpha)
    loss = (torch.logsumexp(alpha, -1) - right) * known[:, 0]
    return loss.sum() / known.sum().clamp(min=1) * len(labels.ROLES)


def pointer_scores(askers: Tensor, answers: Tensor) -> Tensor:
    """Scores [..., W] of one asker's vector against all words' answers."""
    return (answers @ askers[..., None])[..., 0] / SOFTENED


def _links(out: dict[str, Tensor], batch: Batch) -> Tensor:
    losses = []
    for kind, name in enumerate(labels.POINTERS):
        rows = batch.links[batch.links[:, 0] == kind]
        if len(rows):
            part = slice(kind * POINTER, (kind + 1) * POINTER)
            window, start, stop = rows[:, 1], rows[:, 2], rows[:, 3]
            asked = out["askers"][..., part][window, start]
            scores = pointer_scores(asked, out["answers"][..., part][window])
            scores = scores.masked_fill(~batch.real[window], -1e4)
            none = out["none"][..., kind][window, start]
            losses.append(_several(scores, none, rows) if name in MULTIPLE else _single(scores, none, stop))
    return torch.stack(losses).sum()


def _single(scores: Tensor, none: Tensor, stop: Tensor) -> Tensor:
    return functional.cross_entropy(torch.cat([none[:, None], scores], 1), stop + 1)


def _several(scores: Tensor, none: Tensor, rows: Tensor) -> Tensor:
    """Each word that is an end against "none", and no other word above "none" (ATLOP's adaptive threshold)."""
    keys, group = torch.unique(rows[:, 1:3], dim=0, return_inverse=True)
    first = torch.stack([(group == g).nonzero()[0, 0] for g in range(len(keys))])
    scores, none = scores[first], none[first]
    ends = torch.zeros_like(scores, dtype=torch.bool)
    real = rows[:, 3] >= 0
    ends[group[real], rows[real, 3]] = True
    whole = torch.cat([none[:, None], scores], 1)
    held = torch.cat([torch.zeros_like(ends[:, :1]), ends], 1)
    above = torch.log_softmax(whole, 1).masked_fill(~held, 0).sum() / max(1, int(held.sum()))
    below = torch.log_softmax(whole.masked_fill(held, -1e4), 1)[:, 0].mean()
    return -(above + below)
