"""Does what is paid reward the opposite of what is promised?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from northing.stages.clarify.commitments.facts import Commitment
from northing.stages.diagnose.incentives.facts import Reward
from northing.stages.diagnose.incentives.rules.holding import reward_of
from northing.stages.diagnose.incentives.rules.reading import schemes_of
from northing.stages.diagnose.linking.facts import Link
from northing.stages.records.ledger.facts import Record


def rewards_of(
    records: Iterable[Record],
    links: Mapping[str, Sequence[Link]],
    commitments: Sequence[Commitment],
) -> tuple[Reward, ...]:
    """Every scheme that was read, beside the promises; none where no incentives were read."""
    return tuple(reward_of(one, commitments) for one in schemes_of(records, links))
