"""Which addresses open the pages of the mission and its commitments?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.clarify import (
    approach,
    commitments,
    mission,
    performance,
    values,
    why,
)

pages: list[URLPattern] = [
    path("mission/", mission.mission, name="clarify_mission"),
    path("mission/draft/", mission.draft, name="clarify_draft"),
    path("mission/approval/", mission.approval, name="clarify_approval"),
    path("mission/comparison/", mission.compare, name="clarify_compare"),
    path("mission/versions/<uuid:version>/", mission.version, name="clarify_version"),
    path("commitments/", commitments.commitments, name="clarify_commitments"),
    path("commitments/new/", commitments.commitment_new, name="clarify_commitment_new"),
    path("commitments/<uuid:commitment>/", commitments.commitment, name="clarify_commitment"),
    path(
        "commitments/<uuid:commitment>/change/",
        commitments.commitment_change,
        name="clarify_commitment_change",
    ),
    path(
        "commitments/<uuid:commitment>/place/",
        commitments.commitment_place,
        name="clarify_commitment_place",
    ),
    path(
        "commitments/<uuid:commitment>/end/",
        commitments.commitment_end,
        name="clarify_commitment_end",
    ),
    path(
        "commitments/<uuid:commitment>/return/",
        commitments.commitment_return,
        name="clarify_commitment_return",
    ),
    path("values/", values.values, name="clarify_values"),
    path("values/<uuid:value>/", values.value, name="clarify_value"),
    path("values/<uuid:value>/end/", values.value_end, name="clarify_value_end"),
    path("values/<uuid:value>/return/", values.value_return, name="clarify_value_return"),
    path("performance/", performance.performance, name="clarify_performance"),
    path("performance/<uuid:practice>/end/", performance.practice_end, name="clarify_practice_end"),
    path(
        "performance/<uuid:practice>/return/",
        performance.practice_return,
        name="clarify_practice_return",
    ),
    path("why/", why.why, name="clarify_why"),
    path("why/<uuid:line>/", why.line, name="clarify_line"),
    path("why/<uuid:line>/end/", why.line_end, name="clarify_line_end"),
    path("why/<uuid:line>/return/", why.line_return, name="clarify_line_return"),
    path("approach/", approach.approach, name="clarify_approach"),
    path("approach/new/", approach.write, name="clarify_approach_write"),
    path("approach/<uuid:statement>/", approach.statement, name="clarify_statement"),
]
