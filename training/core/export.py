"""Writes the shipped model from a run's averaged weights: int8 ONNX, the decoder's small tables, the vocabulary.

python -m training.core.export RUN [--to src/onrecord/language/model] [--name core@0.3.0] [--exact]
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from torch.nn import functional

from onrecord.language import labels
from training.core.model import HEADS, WIDTH, Block, Core
from training.core.weights import SHIPPED, minilm

INPUTS = ("pieces", "shapes", "marks", "first")
OUTPUTS = ("scores", "arcs", "dependents", "governors", "askers", "answers", "none")
INT8 = "core.onnx"
SCORES = "/core/scores/MatMul"  # small, and what ends a sentence hangs on its last digits


class Attention(torch.autograd.Function):
    """Self-attention without padding as one node that onnxruntime runs whole."""

    @staticmethod
    def forward(_: Any, q: Tensor, k: Tensor, v: Tensor) -> Tensor:
        heads = (x.unflatten(-1, (HEADS, -1)).transpose(1, 2) for x in (q, k, v))
        return functional.scaled_dot_product_attention(*heads).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, q: Any, k: Any, v: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=HEADS).setType(q.type())


class AddAndNorm(torch.autograd.Function):
    """The sum of two tensors, normed, as one node."""

    @staticmethod
    def forward(_: Any, x: Tensor, more: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
        return functional.layer_norm(x + more, (x.shape[-1],), weight, bias, 1e-12)

    @staticmethod
    def symbolic(graph: Any, x: Any, more: Any, weight: Any, bias: Any) -> Any:
        node = graph.op("com.microsoft::SkipLayerNormalization", x, more, weight, bias, epsilon_f=1e-12)
        return node.setType(x.type())


class FusedBlock(Block):
    """A block in onnxruntime's own nodes, for windows that are run alone: without a mask."""

    def forward(self, x: Tensor, _: Tensor) -> Tensor:
        mixed = Attention.apply(*self.qkv(x).split(WIDTH, -1))
        x = AddAndNorm.apply(x, self.out(mixed), self.norm1.weight, self.norm1.bias)
        return AddAndNorm.apply(x, self.down(functional.gelu(self.up(x))), self.norm2.weight, self.norm2.bias)


def fuse(core: Core) -> None:
    """Puts fused blocks in the place of the core's own."""
    for number, layer in enumerate(core.layers):
        fused = FusedBlock().eval()
        fused.load_state_dict(layer.state_dict())
        core.layers[number] = fused


class Exported(nn.Module):
    """The core with its outputs as a tuple, for the exporter."""

    def __init__(self, core: Core) -> None:
        super().__init__()
        self.core = core

    def forward(self, pieces: Tensor, shapes: Tensor, marks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        out = self.core(pieces, shapes, marks, first)
        return tuple(out[name] for name in OUTPUTS)


def averaged(run: Path) -> Core:
    """The core with a run's averaged weights, ready to read."""
    core = Core()
    core.load_state_dict(torch.load(run / "checkpoint.pt", weights_only=True)["average"])
    return core.eval()


def silence(core: Core) -> None:
    """Keeps the heads that only stage 2 trains from saying anything."""
    edges = dict(zip(labels.WIDTHS, np.cumsum([0, *labels.WIDTHS.values()])))
    rows = [edges["trigger"], *(edges["claim"] + 3 * n for n in range(len(labels.ROLES), len(labels.LAYERS)))]
    core.scores.bias.data[rows] += 30.0


def write_onnx(core: Core, path: Path) -> None:
    """The core as fp32 ONNX for one window of any count of pieces and words."""
    fuse(core)
    example = tuple(torch.ones((1, n), dtype=torch.int64) for n in (9, 9, 9, 5))
    axes = {name: {1: "words" if name == "first" else "pieces"} for name in INPUTS}
    axes |= {name: {1: "words"} for name in OUTPUTS}
    axes["arcs"][2] = "words"
    torch.onnx.export(
        Exported(core),
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def quantise(exact: Path, target: Path) -> None:
    """int8 weights, per channel; reduce_range guards processors without VNNI."""
    ready = exact.with_name("ready.onnx")
    quant_pre_process(str(exact), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(target),
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[SCORES],
    )
    model = onnx.load(str(target))
    model.graph.doc_string = ""
    onnx.save(model, str(target))


def decoder(core: Core, path: Path) -> None:
    """The tables that decoding needs: relation [97, relations, 97] in half precision, CRF steps."""
    relation = core.relation.detach().numpy().astype(np.float16)
    np.savez_compressed(path, relation=relation, steps=core.steps.detach().numpy().astype(np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--to", type=Path, default=SHIPPED)
    parser.add_argument("--name", default="core@0.3.0")
    parser.add_argument("--stage", type=int, choices=(1, 2), default=2, help="1: stage 2 has not been trained yet")
    parser.add_argument("--exact", action="store_true", help="fp32, to measure what int8 loses")
    options = parser.parse_args()
    options.to.mkdir(parents=True, exist_ok=True)
    core = averaged(options.run)
    if options.stage == 1:
        silence(core)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        write_onnx(core, exact)
        if options.exact:
            shutil.copy(exact, options.to / INT8)
        else:
            quantise(exact, options.to / INT8)
    decoder(core, options.to / "decoder.npz")
    shutil.copy(minilm() / "vocab.txt", options.to / "vocabulary.txt")
    (options.to / "model.json").write_text(json.dumps({"name": options.name, "widths": labels.WIDTHS}) + "\n")
    for path in sorted(options.to.iterdir()):
        print(f"{path.name:16s} {path.stat().st_size / 1e6:6.2f} MB")


if __name__ == "__main__":
    main()
