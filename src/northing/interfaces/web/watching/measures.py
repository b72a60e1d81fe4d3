"""What is told to a program that watches the installation? Counts and durations, no content.

In the text form of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import version
from itertools import accumulate

from django.db.models import Count, Min
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from northing.interfaces.notices import store as notices
from northing.interfaces.web.watching.readiness import free_bytes, silence
from northing.interfaces.web.watching.requests import tally
from northing.interfaces.web.watching.tally import BOUNDS, Counted

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
STATES = {
    "waiting": TaskResultStatus.READY,
    "running": TaskResultStatus.RUNNING,
    "failed": TaskResultStatus.FAILED,
}


def measures() -> Iterator[str]:
    """Lines of text, each family with what it means."""
    yield from _family("northing_info", "gauge", "The version that answers.")
    yield f'northing_info{{version="{version("northing")}"}} 1'
    yield from _requests(tally().counted())
    yield from _jobs()
    yield from _messages()
    yield from _one("northing_disk_free_bytes", "Free where files are kept.", free_bytes())


def _requests(counted: Counted) -> Iterator[str]:
    name = "northing_requests_total"
    yield from _family(name, "counter", "Answers by status, since the installation was made.")
    for status, number in counted.statuses.items():
        yield f'{name}{{status="{status}"}} {number}'
    name = "northing_request_seconds"
    yield from _family(name, "histogram", "How long answers took, until their first byte.")
    *within, total = accumulate(counted.within)
    for bound, number in zip(BOUNDS, within, strict=True):
        yield f'{name}_bucket{{le="{bound}"}} {number}'
    yield f'{name}_bucket{{le="+Inf"}} {total}'
    yield f"{name}_sum {counted.seconds}"
    yield f"{name}_count {total}"


def _jobs() -> Iterator[str]:
    name, found = "northing_jobs", _by_state()
    yield from _family(name, "gauge", "Pieces of work by state; failed ones stay until removed.")
    for state, status in STATES.items():
        yield f'{name}{{state="{state}"}} {found.get(status, 0)}'
    oldest = DBTaskResult.objects.ready().order_by().aggregate(Min("enqueued_at"))
    since = oldest["enqueued_at__min"]
    waited = (timezone.now() - since).total_seconds() if since else 0.0
    help_ = "How long the oldest waiting piece of work has waited; 0 where none waits."
    yield from _one("northing_oldest_waiting_job_seconds", help_, max(0.0, waited))
    silent = silence()
    if silent is not None:
        help_ = "How long no worker was heard of; not there where none ever was."
        yield from _one("northing_worker_silence_seconds", help_, silent.total_seconds())


def _messages() -> Iterator[str]:
    name = "northing_messages"
    yield from _family(name, "gauge", "Messages to people by way and state.")
    for (way, state), number in sorted(notices.counts().items()):
        yield f'{name}{{way="{way}",state="{state}"}} {number}'
    now = timezone.now()
    since = notices.oldest_due(now)
    waited = (now - since).total_seconds() if since else 0.0
    help_ = "How long the oldest message whose time has come has waited; 0 where none waits."
    yield from _one("northing_oldest_waiting_message_seconds", help_, max(0.0, waited))


def _by_state() -> Mapping[str, int]:
    rows = DBTaskResult.objects.order_by().values_list("status").annotate(Count("id"))
    return dict(rows)


def _one(name: str, told: str, value: float) -> Iterator[str]:
    yield from _family(name, "gauge", told)
    yield f"{name} {value}"


def _family(name: str, kind: str, told: str) -> Iterator[str]:
    yield f"# HELP {name} {told}"
    yield f"# TYPE {name} {kind}"
