"""Where are records linked: in memory, in parts that survive a kill, or on a cluster?

All three run the same kernel and give the same links. Few texts are linked in memory; many, or on
request, in parts beside the report, so that a killed audit can go on.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from northing.cycle import Step, Tell
from northing.foundations.compute.facts import Job, Kernel, Outcome, Progress, UnusableInput
from northing.foundations.compute.local import Machine, compute_links
from northing.foundations.compute.spark import Cluster, compute_links_on_spark
from northing.foundations.compute.spark_session import NoSpark
from northing.foundations.text.kernel import Prepared, bottom_sample, link_and_tell, prepare
from northing.foundations.text.reach import reach_from, reach_of
from northing.foundations.text.settings import MATCHES, MatchSettings
from northing.stages.clarify.commitments.facts import NONE
from northing.stages.diagnose.linking.rules.matching import Matched, Matcher

ENGINES = ("local", "spark")
WORK = ".northing-work"
_MANY = 20_000
_PART = 8_192
_AT_ONCE = 2_048  # texts in memory, between two words of progress
_LEARNING, _LINKING = "learning from the records", "linking records"


class CannotRun(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """The engine asked for cannot run here: one sentence with the remedy."""


class Reused(NamedTuple):
    """What an earlier run had linked already, of how many records."""

    records: int
    of: int
    parts: int

    @property
    def sentence(self) -> str:
        return (
            f"Went on where an earlier run stopped: {self.records:,} of {self.of:,} records "
            "were linked already."
        )


@dataclass(slots=True)
class Work:
    """The work of one audit: where its parts lie, and what an earlier run had left."""

    engine: str
    master: str
    folder: Path
    resume: bool
    tell: Tell
    reused: Reused | None = None

    def matcher(self) -> Matcher:
        """Raises `CannotRun` for an engine there is not."""
        if self.engine not in ENGINES:
            raise CannotRun(f"--engine {self.engine}: the engines there are: {', '.join(ENGINES)}.")
        return self._match

    def clear(self) -> None:
        """The report is written: what was kept for going on is not needed any more."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _match(self, texts: pa.Array, prompts: pa.Table, settings: MatchSettings) -> Matched:
        self.tell(Step(_LEARNING, 0, 1))
        prepared = prepare(bottom_sample(texts), prompts, settings)
        self.tell(Step(_LINKING, 0, len(texts)))
        if self.engine == "local" and not self.resume and len(texts) < _MANY:
            return self._in_memory(texts, prepared)
        kernel = Kernel(link=link_and_tell, prepared=prepared, digest=prepared.digest)
        outcome = self._run(Job(inputs=_records(texts), residual=NONE), kernel)
        if outcome.reused_records:
            self.reused = Reused(outcome.reused_records, outcome.records, outcome.reused_parts)
        return Matched(_matches(outcome), reach_from(outcome.readings))

    def _in_memory(self, texts: pa.Array, prepared: Prepared) -> Matched:
        """In slices, which change no answer, so that whoever watches sees it go on."""
        rows, read = [MATCHES.empty_table()], [pa.array([], pa.string())]
        for start in range(0, len(texts), _AT_ONCE):
            found = link_and_tell(texts.slice(start, _AT_ONCE), prepared)
            moved = pc.add(found.matches["text_index"], start)
            rows.append(found.matches.set_column(0, MATCHES.field(0), moved))
            read.append(found.reading)
            done = min(start + _AT_ONCE, len(texts))
            self.tell(Step(_LINKING, done, len(texts), records=done))
        return Matched(pa.concat_tables(rows), reach_of(pa.chunked_array(read)))

    def _run(self, job: Job, kernel: Kernel) -> Outcome:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if self.engine == "spark":
                cluster = Cluster(master=self.master)
                return compute_links_on_spark(
                    job, kernel, self.folder, cluster=cluster, resume=self.resume, tell=self._told
                )
            machine = Machine(part_rows=_PART)
            return compute_links(
                job, kernel, self.folder, resume=self.resume, machine=machine, tell=self._told
            )
        except (NoSpark, UnusableInput) as error:
            raise CannotRun(str(error)) from error
        except OSError as error:
            reason = f"{self.folder} cannot be written: {error.strerror}; choose another --out."
            raise CannotRun(reason) from error

    def _told(self, told: Progress) -> None:
        of = told.of or told.done
        parts = -(-told.done // _PART), -(-of // _PART)
        part = "on Spark" if self.engine == "spark" else f"part {parts[0]:,} of {parts[1]:,}"
        pace = (told.per_second, told.seconds_left)
        self.tell(Step(_LINKING, told.done, of, part, told.done, *pace))


def _records(texts: pa.Array) -> pa.Table:
    """What the engines take: a name, a text and a mass of one for each record."""
    names = pa.array([f"{place:012d}" for place in range(len(texts))], pa.string())
    return pa.table({"id": names, "text": texts, "mass": pa.array([1] * len(texts), pa.int64())})


def _matches(outcome: Outcome) -> pa.Table:
    """The links as the kernel told them, in the order of the texts."""
    table = pa.concat_tables([pq.read_table(path) for path in outcome.links])
    table = table.filter(pc.and_(pc.is_valid(table["topic"]), pc.not_equal(table["topic"], NONE)))
    order = pc.sort_indices(table, sort_keys=[("id", "ascending")])
    table = table.take(order)
    return pa.table(
        {
            "text_index": pc.cast(table["id"], pa.int64()),
            "topic": table["topic"],
            "match_score": table["match_score"],
            "rank": table["rank"],
            "z": table["z"],
            "sign": table["sign"],
            "prompt": table["prompt"],
            "words": table["words"],
            "linked": pc.equal(table["records"], 1),
        }
    )
