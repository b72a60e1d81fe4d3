"""Which addresses open the pages of what is due and the first thirty minutes?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.start import pages as start
from northing.interfaces.web.views.today import page as today

pages: list[URLPattern] = [
    path("today/", today.home, name="home"),
    path("start/", start.promises, name="start"),
    path("start/decisions/", start.decisions, name="start_decisions"),
    path("start/evidence/", start.evidence, name="start_evidence"),
    path("start/result/", start.result, name="start_result"),
]
