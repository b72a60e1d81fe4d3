"""How fast is the first stage, in ratios within one run, and does its memory stay level?

Beside (a) one thread over the same kernel, (b) the usual tokeniser path (Hugging Face tokenizers,
mean of the pieces' vectors, the same product, the best three of a text above a border), (c) the
sentence model on every text. Run with `python3 dev.py bench speed [--json] [--large] [--write]`:
1 million varied texts, or 1 and then 5; `--write` puts the figures into the docs. The texts lie in
a file and are streamed, as the program streams them; the texts that are uncertain and read whole
are timed apart. One thread is one: the library of matrices has one of its own in all paths, the
tokeniser takes every core. Figures of one run compare; those of two do not.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy is loaded

import json
import resource
import statistics
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import figures_in_docs
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
BATCH, ROUNDS, MOST = 8_192, 5, 3


def vocabulary(chance: np.random.Generator) -> np.ndarray:
    """Words and made-up words of two or three pieces, as real texts have them."""
    pieces = [piece for piece in piece_numbers() if piece.isalpha() and len(piece) > 3]
    known = chance.permutation(pieces)[: VOCABULARY // 2].tolist()
    made = {"".join(chance.choice(known, 2)) for _ in range(VOCABULARY - len(known))}
    return chance.permutation(known + sorted(made))


def batches(n: int) -> Iterator[pa.Array]:
    """Texts of 6 to 16 words drawn with Zipf's frequencies."""
    chance = np.random.default_rng(SEED)
    words = pa.array(vocabulary(chance))
    share = 1 / (np.arange(len(words)) + 10.0)
    cumulated = np.cumsum(share / share.sum())
    for start in range(0, n, BATCH):
        size = min(BATCH, n - start)
        lengths = chance.integers(6, 17, size)
        ends = np.concatenate([[0], np.cumsum(lengths)])
        at = np.minimum(np.searchsorted(cumulated, chance.random(ends[-1])), len(words) - 1)
        lists = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), words.take(pa.array(at)))
        yield pa.compute.binary_join(lists, " ")


def write(path: Path, n: int) -> None:
    schema = pa.schema([("text", pa.string())])
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, schema) as writer:
        for batch in batches(n):
            writer.write_batch(pa.record_batch([batch], schema=schema))


def stream(path: Path, n: int) -> Iterator[pa.Array]:
    """The first so many texts."""
    with pa.OSFile(str(path)) as source, pa.ipc.open_stream(source) as reader:
        for start, batch in zip(range(0, n, BATCH), reader, strict=False):
            yield batch.column(0)[: n - start]


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
        near = (vectors / np.maximum(length, 1e-9)) @ topics.T
        best = np.argpartition(near, -MOST, axis=1)[:, -MOST:]
        return int((np.take_along_axis(near, best, axis=1) > 1).sum())

    return linked


def rate(
    run: Callable[[pa.Array], int], given: Iterable[pa.Array], threads: int
) -> tuple[float, int]:
    """Texts a second and what was found; no more batches are held than threads can take."""
    began, texts, found = time.perf_counter(), 0, 0
    waiting: deque[Future[int]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for batch in given:
            texts += len(batch)
            waiting.append(pool.submit(run, batch))
            if len(waiting) > threads:
                found += waiting.popleft().result()
        found += sum(one.result() for one in waiting)
    return texts / (time.perf_counter() - began), found


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(sizes: list[int]) -> dict[str, float | int | None]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.arrow"
        write(path, max(sizes))
        return _measured(path, sizes)


def _measured(path: Path, sizes: list[int]) -> dict[str, float | int | None]:
    given = list(stream(path, 12 * BATCH))
    settings = MatchSettings(meaning=True, read_whole=2_000)
    sample = bottom_sample(pa.chunked_array(given[:8]))
    prepared = replace(prepare(sample, prompts(given[0]), settings), uncertain_below=0.0)
    stage = first_stage(Scorer(prepared))
    rate(stage, given, 1)
    figures: dict[str, float | int | None] = {}
    for size in sizes:  # before the peers, whose memory is not ours
        name = f"{size // 1_000_000}m"
        per_second, found = rate(stage, stream(path, size), 2)
        figures |= {
            f"speed.linked_{name}": found,
            f"speed.first_stage_{name}": per_second,
            f"speed.seconds_{name}": size / per_second,
            f"speed.peak_mb_{name}": peak_mb(),
        }
    tokenised = tokeniser_path()
    rounds = [_round(stage, tokenised, given) for _ in range(ROUNDS)]
    one, two, by_tokeniser = (np.array(column) for column in zip(*rounds, strict=True))
    texts = given[1].to_pylist()[:400]
    by_model = statistics.median(model_rate(texts[at : at + 100]) for at in range(0, 400, 100))
    figures |= {
        "speed.one_thread": float(np.median(one)),
        "speed.two_threads": float(np.median(two)),
        "speed.tokeniser": float(np.median(by_tokeniser)) if tokenised else None,
        "speed.whole": by_model,
        "speed.ratio_one_thread": float(np.median(two / one)),
        "speed.ratio_tokeniser": float(np.median(two / by_tokeniser)) if tokenised else None,
        "speed.ratio_whole": float(np.median(two)) / by_model,
    }
    first, last = sizes[0] // 1_000_000, sizes[-1] // 1_000_000
    if last > first:
        figures["speed.growth"] = (
            figures[f"speed.seconds_{last}m"] / figures[f"speed.seconds_{first}m"]
        )
    return figures


def _round(
    stage: Callable[[pa.Array], int],
    tokenised: Callable[[pa.Array], int] | None,
    given: list[pa.Array],
) -> tuple[float, float, float]:
    """One after the other: what else the machine does then weighs on all alike."""
    one, two = rate(stage, given, 1)[0], rate(stage, given, 2)[0]
    if tokenised is None:
        return one, two, float("nan")
    return one, two, max(rate(tokenised, given[:4], threads)[0] for threads in (1, 2))


def model_rate(texts: list[str]) -> float:
    began = time.perf_counter()
    encoder.encode(texts)
    return len(texts) / (time.perf_counter() - began)


def main() -> None:
    figures = measured([1_000_000, 5_000_000] if "--large" in sys.argv else [1_000_000])
    if "--write" in sys.argv:
        rows = [(name, figures_in_docs.number(figure)) for name, figure in figures.items()]
        text = figures_in_docs.table(("figure", "value"), rows)
        figures_in_docs.write("explanation/speed-and-scale.md", "speed", text)
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
