"""Which addresses open the pages of samples and their answers?"""

from __future__ import annotations

from django.urls import URLPattern

pages: list[URLPattern] = []
