"""Which perspectives does PERSPECTRUM (Chen et al. 2019, CC BY-SA) count to which claim?"""

from __future__ import annotations

import json
from pathlib import Path


def perspectives(folder: Path, split: str) -> tuple[list[str], list[str], list[set[int]]]:
    """Perspectives, claims, and which claims each perspective is of."""
    of_split = json.loads((folder / "dataset_split_v1.0.json").read_text("utf-8"))
    answers = json.loads((folder / "perspectrum_with_answers_v1.0.json").read_text("utf-8"))
    pool = json.loads((folder / "perspective_pool_v1.0.json").read_text("utf-8"))
    written = {one["pId"]: one["text"] for one in pool}
    claims = [one for one in answers if of_split[str(one["cId"])] == split]
    gold: dict[int, set[int]] = {}
    for at, claim in enumerate(claims):
        for group in claim["perspectives"]:
            for number in group["pids"]:
                if number in written:
                    gold.setdefault(number, set()).add(at)
    numbers = sorted(gold)
    return (
        [written[one] for one in numbers],
        [one["text"] for one in claims],
        [gold[one] for one in numbers],
    )
