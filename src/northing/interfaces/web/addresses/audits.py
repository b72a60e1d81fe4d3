"""Which addresses open the pages of audits and their findings?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.audits import (
    asking,
    cell,
    choices,
    files,
    links,
    listing,
    promise,
    readiness,
    reading,
)

pages: list[URLPattern] = [
    path("audits/", listing.audits, name="audits_list"),
    path("audits/new/", asking.ask, name="audits_ask"),
    path("audits/readiness/", readiness.readiness, name="audits_readiness"),
    path("audits/choices/", choices.choices, name="audits_choices"),
    path("audits/<uuid:audit>/", reading.audit, name="audits_audit"),
    path("audits/<uuid:audit>/progress/", reading.progress, name="audits_progress"),
    path("audits/<uuid:audit>/links/", links.links, name="audits_links"),
    path("audits/<uuid:audit>/files/<str:file>", files.file, name="audits_file"),
    path(
        "audits/<uuid:audit>/commitments/<str:promise>/",
        promise.promise,
        name="audits_commitment",
    ),
    path("audits/<uuid:audit>/cells/<str:promise>/<str:channel>/", cell.cell, name="audits_cell"),
]
