"""Which addresses open the pages of systems that are told of events?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views import webhooks

pages: list[URLPattern] = [
    path("webhooks/", webhooks.webhooks, name="webhooks"),
    path("webhooks/<uuid:webhook>/", webhooks.webhook, name="webhook"),
    path("webhooks/<uuid:webhook>/trial/", webhooks.webhook_trial, name="webhook_trial"),
    path("webhooks/<uuid:webhook>/secret/", webhooks.webhook_secret, name="webhook_secret"),
    path("webhooks/<uuid:webhook>/state/", webhooks.webhook_state, name="webhook_state"),
    path("webhooks/<uuid:webhook>/removal/", webhooks.webhook_removal, name="webhook_removal"),
]
