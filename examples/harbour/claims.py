"""Does the case as written really hold what `expected.toml` says of it?"""

from __future__ import annotations

from .plan import IDS, NONE, YEARS, Version
from .truth import Truth, share_of_mentions


class ClaimFails(Exception):
    """The figures of `plan.py` no longer make what the case is meant to show."""


def check_claims(version: Version, truth: Truth) -> None:
    said = share_of_mentions(truth, IDS)
    for claim, holds in (_honest(truth, said) if version.honest else _planted(truth, said)).items():
        if not holds:
            raise ClaimFails(f"{version.folder}: {claim}")


def _planted(truth: Truth, said: dict[str, float]) -> dict[str, bool]:
    prevention = [truth.share(year, "prevention") for year in YEARS]
    since_2023 = [mentions["family-carers"] for (_, year), mentions in truth.mentions.items() if year > 2023]
    netted = [abs(truth.share(year, "home-visits") - said["home-visits"]) for year in YEARS]
    return {
        "prevention is spoken of most": said["prevention"] == max(said.values()),
        "prevention gets less than 2 % of the money": max(prevention) < 0.02,
        "its share falls every year": prevention == sorted(prevention, reverse=True),
        "family carers are not spoken of after 2023": not any(since_2023),
        "home visits get their share in all": max(netted) < 0.02,
        "but hardly anything in North": max(truth.share(year, "home-visits", "North") for year in YEARS) < 0.01,
        "and far more in South": min(truth.share(year, "home-visits", "South") for year in YEARS) > 0.25,
        "interpreters get much and are hardly mentioned": truth.share(2025, "language-access") > 0.1
        and said["language-access"] < 0.02,
        "two cells are refused": len(truth.refused) == 2,
    }


def _honest(truth: Truth, said: dict[str, float]) -> dict[str, bool]:
    serving = [1 - truth.share(year, NONE) for year in YEARS]
    apart = max(abs(truth.share(year, c) / whole - said[c]) for year, whole in zip(YEARS, serving, strict=True) for c in IDS)
    return {"money follows the words to 3 points": apart < 0.03, "nothing is planted": not truth.planted and not truth.refused}
