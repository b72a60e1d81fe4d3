"""How does a program run as on another day? Every Python that finds this file reads its clock so.

`NORTHING_CLOCK_SHIFT` holds by how many seconds the application's clock differs from the machine's.
"""

from __future__ import annotations

import os
from datetime import timedelta

SHIFT = os.environ.get("NORTHING_CLOCK_SHIFT")
if SHIFT:
    from django.utils import timezone

    by, real = timedelta(seconds=float(SHIFT)), timezone.now
    timezone.now = lambda: real() + by
