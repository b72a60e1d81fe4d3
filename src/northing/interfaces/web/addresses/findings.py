"""Which addresses open the pages of findings, of what is issued and of what was issued before?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.findings import (
    comparing,
    finding,
    following,
    issued,
    issuing,
    listing,
    rules,
)

pages: list[URLPattern] = [
    path("audits/findings/", listing.findings, name="audits_findings"),
    path("audits/findings/file/", listing.findings_file, name="audits_findings_file"),
    path("audits/findings/<uuid:finding>/", finding.finding, name="audits_finding"),
    path("audits/findings/<uuid:finding>/plan/", following.plan, name="audits_finding_plan"),
    path("audits/findings/<uuid:finding>/reply/", following.reply, name="audits_finding_reply"),
    path("audits/comparison/", comparing.comparison, name="audits_compare"),
    path("audits/publication/", rules.rule, name="audits_rule"),
    path("audits/<uuid:audit>/issue/", issuing.issue, name="audits_issue"),
    path("audits/<uuid:audit>/aside/", issuing.aside, name="audits_issue_aside"),
    path("audits/<uuid:audit>/issued/", issued.issued, name="audits_issued"),
    path("audits/<uuid:audit>/opinion/", issuing.opinion, name="audits_opinion"),
]
public_pages: list[URLPattern] = [
    path("public/<uuid:audit>/", issued.public, name="public_audit"),
    path("public/<uuid:audit>/<str:name>", issued.public_file, name="public_file"),
]
