"""How do tests of compute make records, and a kernel that is simple enough to check by eye?"""

from __future__ import annotations

import hashlib
import time
from decimal import Decimal

import numpy as np
import pyarrow as pa

from northing.foundations.compute.facts import Kernel

TOPICS = ("amber", "birch", "coral")


def link(texts, prepared):
    """A topic is linked where its name is a word of the text, plausible with a question mark."""
    read = pa.array(["words" if text else "nothing" for text in texts.to_pylist()], pa.string())
    rows = [
        (index, topic, f"{topic}?" not in words)
        for index, text in enumerate(texts.to_pylist())
        for words in [(text or "").split()]
        for topic in prepared
        if topic in words or f"{topic}?" in words
    ]
    found = pa.table(
        {
            "text_index": pa.array([row[0] for row in rows], pa.int64()),
            "topic": pa.array([row[1] for row in rows], pa.string()),
            "sign": pa.array(
                ["breaking" if row[1] == "coral" else "living" for row in rows], pa.string()
            ),
            "linked": pa.array([row[2] for row in rows], pa.bool_()),
        }
    )
    return found, read


def slow_link(texts, prepared):
    time.sleep(0.4)
    return link(texts, prepared)


KERNEL = Kernel(link, TOPICS, "stand-in-1")


def make_records(*rows, **columns):
    """`make_records(("amber birch", "10.00"))`: one record for each text and mass."""
    texts, masses = zip(*rows, strict=True) if rows else ((), ())
    masses = [None if mass is None else Decimal(mass) for mass in masses]
    found = {
        "id": [f"R{at}" for at in range(len(rows))],
        "text": pa.array(texts, pa.string()),
        "mass": pa.array(masses, pa.decimal128(38, 9)),
    }
    return pa.table(found | columns)


def make_many(size, *, seed=0):
    """Varied records: every fifth text is near nothing, some masses are credits, few are null."""
    words = ("amber", "birch", "coral", "amber?", "birch?", "stone", "reed")
    rows = [
        (
            " ".join(words[(at * step + seed) % 7] for step in (1, 3, 5)[: at % 4]) + f" n{at}",
            None if at % 97 == 13 else Decimal((at * 7919) % 200_003 - 20_000) / 100,
        )
        for at in range(size)
    ]
    return make_records(
        *rows,
        account=["money" if at % 3 else "time" for at in range(size)],
        period=[f"{2020 + at % 4}" for at in range(size)],
        unit=[None if at % 5 == 0 else f"unit {at % 5}" for at in range(size)],
    )


def bytes_of(folder):
    """Everything a run leaves, by its place in the folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "input" not in path.parts
    }


def hashed(texts):
    digests = [hashlib.blake2b(one.encode(), digest_size=8).digest() for one in texts.to_pylist()]
    return pa.array(np.frombuffer(b"".join(digests), dtype="<u8"))
