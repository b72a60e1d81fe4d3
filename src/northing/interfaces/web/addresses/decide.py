"""Which addresses open the pages of decisions, filters and what was given up?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.decide import (
    after,
    filters,
    indicators,
    keeping,
    ledger,
    listing,
    one,
    signing,
    successor,
    writing,
)

ONE = "decisions/<uuid:decision>"
FILTER = "decisions/filters/<uuid:filter>"

pages: list[URLPattern] = [
    path("decisions/", listing.decisions, name="decide_list"),
    path("decisions/new/", writing.new, name="decide_new"),
    path("decisions/reviews/", listing.reviews, name="decide_reviews"),
    path("decisions/filters/", filters.filters, name="decide_filters"),
    path("decisions/filters/new/", keeping.new, name="decide_filter_new"),
    path(f"{FILTER}/", filters.one_filter, name="decide_filter"),
    path(f"{FILTER}/change/", keeping.change, name="decide_filter_change"),
    path(f"{FILTER}/switch/", keeping.switch, name="decide_filter_switch"),
    path(f"{FILTER}/renewal/", keeping.renewal, name="decide_filter_renewal"),
    path("decisions/indicators/", indicators.indicators, name="decide_indicators"),
    path("decisions/past/", keeping.past, name="decide_past"),
    path("decisions/ledger/", ledger.ledger, name="decide_ledger"),
    path("decisions/appeals/<uuid:appeal>/", after.judgement, name="decide_judgement"),
    path(f"{ONE}/", one.decision, name="decide_decision"),
    path(f"{ONE}/change/", writing.change, name="decide_change"),
    path(f"{ONE}/test/", writing.test, name="decide_test"),
    path(f"{ONE}/test/so-far/", writing.so_far, name="decide_so_far"),
    path(f"{ONE}/submission/", writing.submission, name="decide_submission"),
    path(f"{ONE}/withdrawal/", writing.withdrawal, name="decide_withdrawal"),
    path(f"{ONE}/reopening/", writing.reopening, name="decide_reopening"),
    path(f"{ONE}/signature/", signing.sign, name="decide_sign"),
    path(f"{ONE}/delegation/", signing.delegation, name="decide_delegation"),
    path(f"{ONE}/override/", signing.override, name="decide_override"),
    path(f"{ONE}/review/", after.review, name="decide_review"),
    path(f"{ONE}/successor/", successor.successor, name="decide_successor"),
    path(f"{ONE}/conditions/<uuid:condition>/", after.condition, name="decide_condition"),
    path(f"{ONE}/appeal/", after.appeal, name="decide_appeal"),
    path(f"{ONE}/trade-off/", after.trade_off, name="decide_trade_off"),
    path(f"{ONE}/alternatives/", ledger.alternatives, name="decide_alternatives"),
]
