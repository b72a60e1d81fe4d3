"""How fast is the first stage, in ratios within one run?

Beside (a) one thread over the same kernel, (b) the usual tokeniser path (Hugging Face tokenizers,
mean of the pieces' vectors, the same product), (c) the sentence model on every text. Run with
`python3 dev.py bench speed [--json] [--large]`: 1 million varied texts, or 5. The texts that are
uncertain and read whole are timed apart. Figures of one run compare; those of two do not.
"""

from __future__ import annotations

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pyarrow as pa
from rich.console import Console
from rich.table import Table
from scipy import sparse

from northing.foundations.text import encoder
from northing.foundations.text.kernel import bottom_sample, prepare
from northing.foundations.text.match import MatchSettings
from northing.foundations.text.scoring import Scorer
from northing.foundations.text.shipped import piece_numbers, piece_vectors
from northing.foundations.text.verdicts import verdicts

SEED, N_TOPICS, VOCABULARY = 20260101, 200, 24_000
BATCH = 8_192


def vocabulary(chance: np.random.Generator) -> np.ndarray:
    """Words and made-up words of two or three pieces, as real texts have them."""
    pieces = [piece for piece in piece_numbers() if piece.isalpha() and len(piece) > 3]
    known = chance.permutation(pieces)[: VOCABULARY // 2].tolist()
    made = {"".join(chance.choice(known, 2)) for _ in range(VOCABULARY - len(known))}
    return chance.permutation(known + sorted(made))


def batches(n: int) -> list[pa.Array]:
    """Texts of 6 to 16 words drawn with Zipf's frequencies, and a number that makes each unlike."""
    chance = np.random.default_rng(SEED)
    words = pa.array(vocabulary(chance))
    share = 1 / (np.arange(len(words)) + 10.0)
    cumulated = np.cumsum(share / share.sum())
    found = []
    for start in range(0, n, BATCH):
        size = min(BATCH, n - start)
        lengths = chance.integers(6, 17, size)
        ends = np.concatenate([[0], np.cumsum(lengths)])
        at = np.minimum(np.searchsorted(cumulated, chance.random(ends[-1])), len(words) - 1)
        lists = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), words.take(pa.array(at)))
        found.append(pa.compute.binary_join(lists, " "))
    return found


def prompts(given: pa.Array) -> pa.Table:
    written = given.slice(0, N_TOPICS).to_pylist()
    names = [f"topic {at:03}" for at in range(N_TOPICS)]
    return pa.table({"topic": names, "prompt": written, "sign": ["text"] * N_TOPICS})


def first_stage(scorer: Scorer) -> Callable[[pa.Array], int]:
    def linked(batch: pa.Array) -> int:
        scores = scorer.scores(batch)
        return int(verdicts(scores, scorer.prepared).is_linked.sum())

    return linked


def tokeniser_path() -> Callable[[pa.Array], int] | None:
    try:
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers  # noqa: PLC0415 - the peer, of development only
    except ImportError:
        return None
    model = models.WordPiece(piece_numbers(), unk_token="[UNK]")  # noqa: S106 - no password
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    table = piece_vectors()
    topics = np.random.default_rng(SEED).standard_normal((N_TOPICS, table.shape[1]), np.float32)

    def linked(batch: pa.Array) -> int:
        read = [one.ids for one in tokenizer.encode_batch(batch.to_pylist())]
        ends = np.cumsum([0, *map(len, read)])
        ids = np.concatenate([np.array(one, dtype=np.int32) for one in read])
        ones = np.ones(len(ids), np.float32)
        of_text = sparse.csr_matrix((ones, ids, ends), shape=(len(read), len(table)))
        vectors = of_text @ table
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        return int(((vectors / np.maximum(length, 1e-9)) @ topics.T > 1).sum())

    return linked


def rate(run: Callable[[pa.Array], int], given: list[pa.Array], threads: int) -> tuple[float, int]:
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        found = sum(pool.map(run, given))
    return sum(map(len, given)) / (time.perf_counter() - began), found


def measured(n: int) -> dict[str, float | int | None]:
    given = batches(n)
    settings = MatchSettings(meaning=True, read_whole=2_000)
    sample = bottom_sample(pa.chunked_array(given[:8]))
    prepared = replace(prepare(sample, prompts(given[0]), settings), uncertain_below=0.0)
    stage = first_stage(Scorer(prepared))
    some = given[:12]
    rate(stage, some[:2], 1)
    rounds = [(rate(stage, some, 1)[0], rate(stage, some, 2)[0]) for _ in range(5)]
    whole, found = rate(stage, given, 2)
    tokenised = tokeniser_path()
    by_tokeniser = rate(tokenised, some[:6], 1)[0] if tokenised else None
    by_model = model_rate(given[1].to_pylist()[:400])
    return {
        "texts": n,
        "linked": found,
        "speed.first_stage": whole,
        "speed.one_thread": statistics.median(one for one, _ in rounds),
        "speed.two_threads": statistics.median(two for _, two in rounds),
        "speed.tokeniser": by_tokeniser,
        "speed.whole": by_model,
        "speed.ratio_one_thread": statistics.median(two / one for one, two in rounds),
        "speed.ratio_tokeniser": None if by_tokeniser is None else whole / by_tokeniser,
        "speed.ratio_whole": whole / by_model,
        "speed.peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def model_rate(texts: list[str]) -> float:
    began = time.perf_counter()
    encoder.encode(texts)
    return len(texts) / (time.perf_counter() - began)


def main() -> None:
    figures = measured(5_000_000 if "--large" in sys.argv else 1_000_000)
    if "--json" in sys.argv:
        print(json.dumps(figures, indent=1))
        return
    table = Table(title="First stage, 200 topics", title_justify="left")
    table.add_column("figure")
    table.add_column("value")
    for name, figure in figures.items():
        table.add_row(name, f"{figure:,.1f}" if isinstance(figure, float) else str(figure))
    Console().print(table)


if __name__ == "__main__":
    main()
