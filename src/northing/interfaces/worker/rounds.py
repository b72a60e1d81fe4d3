"""What does a worker look after between two jobs, beside silent workers?

A door that has to look for work now and then adds a function here when the application starts:

    rounds.EACH.append(put_off_what_is_due)

Each is called every few seconds by every worker, so it has to be cheap and to see by its rows
what another worker did already.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError

log = logging.getLogger(__name__)
Round = Callable[[], object]
EACH: list[Round] = []


def go() -> None:
    """All of them, whatever becomes of one: jobs are worked off even so."""
    for look_after in EACH:
        try:
            look_after()
        except (OperationalError, InterfaceError):
            raise
        except Exception:
            log.exception("%s.%s failed.", look_after.__module__, look_after.__qualname__)
