"""Which texts does a bench link that are as varied as real ones and do not repeat each other?

Each text is 8 to 14 words, drawn with Zipf's frequencies from 24,000: the words of twelve promises
and of everyday administration among many made-up ones; every other text begins with three words of
one promise. `id` and mass are as varied. The same seed gives the same rows.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from northing.foundations.compute.amounts import masses_of

PROMISES = {
    "access": ("Everyone can enter every building without steps", "ramps and lifts installed"),
    "care": ("Patients are treated as whole persons", "longer appointments for complex needs"),
    "climate": ("We cut our emissions by half", "solar panels and heat pumps installed"),
    "young": ("Young people find training and work", "apprenticeships in workshops"),
    "clean": ("The river and the harbour are clean", "sewage treatment plant upgraded"),
    "safe": ("Nobody is hurt at work", "safety training and protective equipment"),
    "learn": ("Our people never stop learning", "courses and study leave granted"),
    "fair": ("Equal pay for equal work", "pay review published each year"),
    "open": ("We publish what we decide", "minutes and budgets published online"),
    "home": ("Homes that families can afford", "rent subsidy for families"),
    "bikes": ("Cycling is safe on every street", "bicycle lanes and parking built"),
    "books": ("Libraries stay open in every district", "library opening hours extended"),
}
EVERYDAY = (
    "annual budget contract delivery district department equipment fees grant hire insurance "
    "invoice journey licence maintenance meeting monthly office order paper payment phase "
    "purchase quarterly renewal rental repair report review salary second service software staff "
    "stage supply survey systems team third transfer travel update vehicle venue visit"
)
VOCABULARY = 24_000
PROMISED = 0.5
ACCOUNTS = ("money", "time", "decisions")
GROUP = 50_000
SCHEMA = pa.schema(
    [
        ("id", pa.string()),
        ("account", pa.string()),
        ("period", pa.string()),
        ("unit", pa.string()),
        ("text", pa.string()),
        ("mass", pa.decimal128(38, 9)),
    ]
)


def prompts() -> pa.Table:
    """The promises as the kernel asks for them: topic, prompt, sign."""
    rows = [
        (topic, prompt, sign)
        for topic, said in PROMISES.items()
        for prompt, sign in zip(said, ("text", "living_it"), strict=True)
    ]
    topic, prompt, sign = zip(*rows, strict=True)
    return pa.table({"topic": topic, "prompt": prompt, "sign": sign})


def write_records(path: Path, rows: int, *, seed: int = 0) -> None:
    """So many records as Parquet, group by group, in little memory."""
    words = vocabulary(seed)
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as writer:
        for start in range(0, rows, GROUP):
            writer.write_table(records(words, start, min(GROUP, rows - start), seed=seed))


def records(words: pa.Array, start: int, rows: int, *, seed: int) -> pa.Table:
    """The records from number `start` on."""
    drawn = np.random.default_rng([seed, start])
    lengths = drawn.integers(8, 15, rows)
    offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
    chosen = _zipf(drawn, int(offsets[-1]))
    _speak_of_promises(chosen, offsets[:-1], words, drawn)
    said = words.take(pa.array(chosen))
    number = np.arange(start, start + rows)
    cents = drawn.integers(-500_000, 10_000_000, rows)
    return pa.table(
        {
            "id": pc.binary_join_element_wise("R", pa.array(number).cast(pa.string()), ""),
            "account": pa.array(ACCOUNTS).take(pa.array(number % len(ACCOUNTS))),
            "period": pa.array(drawn.integers(2016, 2026, rows)).cast(pa.string()),
            "unit": pc.binary_join_element_wise(
                "unit ", pa.array(drawn.integers(0, 40, rows)).cast(pa.string()), ""
            ),
            "text": pc.binary_join(pa.ListArray.from_arrays(pa.array(offsets), said), " "),
            "mass": masses_of(cents * 10**7),
        },
        schema=SCHEMA,
    )


def vocabulary(seed: int) -> pa.Array:
    """Real words first, as the frequent ones, shuffled among themselves; then made-up ones."""
    drawn = np.random.default_rng([seed, 1])
    real = sorted({*EVERYDAY.split(), *" ".join(sum(PROMISES.values(), ())).lower().split()})
    drawn.shuffle(real)
    made: dict[str, None] = dict.fromkeys(real)
    starts, middles = np.array(list("bdfgklmnprstvz")), np.array(list("aeiou"))
    while len(made) < VOCABULARY:
        heads, tails = drawn.choice(starts, (VOCABULARY, 4)), drawn.choice(middles, (VOCABULARY, 4))
        for pairs, size in zip(
            np.char.add(heads, tails), drawn.integers(2, 5, VOCABULARY), strict=True
        ):
            made["".join(pairs[:size])] = None
    return pa.array(list(made)[:VOCABULARY])


def _speak_of_promises(
    chosen: npt.NDArray[np.int64],
    begins: npt.NDArray[np.int32],
    words: pa.Array,
    drawn: np.random.Generator,
) -> None:
    """Every other text begins with three words of one promise; the others meet them by chance."""
    place = {word: at for at, word in enumerate(words.to_pylist())}
    spoken = [
        [place[word] for word in " ".join(said).lower().split()] for said in PROMISES.values()
    ]
    of = np.array([(known * 3)[:24] for known in spoken])
    at = begins[drawn.random(len(begins)) < PROMISED]
    topic = drawn.integers(0, len(of), len(at))
    for step in range(3):
        chosen[at + step] = of[topic, drawn.integers(0, of.shape[1], len(at))]


def _zipf(drawn: np.random.Generator, size: int) -> npt.NDArray[np.int64]:
    """Ranks by Zipf's law with an exponent of one, the first of them flattened."""
    weight = 1 / (np.arange(VOCABULARY) + 30.0)
    border = np.cumsum(weight) / weight.sum()
    return np.searchsorted(border, drawn.random(size)).astype(np.int64)
