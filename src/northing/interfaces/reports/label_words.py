"""What does whoever labels a sheet have to know, in words a busy person reads to the end?"""

from __future__ import annotations

from northing.stages.diagnose.verification.facts import Sample

_TOLD = """
# What does this record do for this promise?
The next page has {asked} rows. Each shows a promise and one record: a line of a budget, a \
decision, a sentence. Read both and choose an answer; a note is welcome.
# The answers
advances: doing this helps to keep the promise.
contradicts: doing this works against the promise.
neither: it has nothing to do with the promise, or leaves it as it is.
cannot tell: it may be either, and what stands here does not decide it.
# How to go about it
Judge by what stands in the row, not by what you hope or fear. The same words may help one \
promise and do nothing for another. Many rows will be “neither”: that is as it should be.
Start at the top. You may stop wherever you like: rows below your last answer count as not asked. \
A row you pass over on the way counts as open.
Do not talk about the rows with another coder before both have finished.
Only the columns “answer” and “note” are yours. You may sort whole rows; keep the hidden columns, \
for they say which row is which.
# Then read it back
northing verify CASE, and the name of this file.
# How these rows were drawn
Sample {id}, for coder {coder}: {pairs} of {population} pairs, drawn by lot with seed {seed} as \
of {on}, in shuffled order. Each pair’s chance to be drawn is in the file of the sample.
Fingerprint of all pairs (sha256): {sha256}
"""


def told(sample: Sample, coder: str, asked: int) -> list[tuple[str, bool]]:
    """Lines in their order, each with whether it is a title."""
    text = _TOLD.format(
        asked=asked,
        id=sample.id,
        coder=coder,
        pairs=len(sample.pairs),
        population=sample.population,
        seed=sample.seed,
        on=sample.on.isoformat(),
        sha256=sample.population_sha256,
    )
    return [(line.removeprefix("# "), line.startswith("# ")) for line in text.strip().splitlines()]
