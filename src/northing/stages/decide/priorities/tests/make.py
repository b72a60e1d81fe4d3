"""Options, criteria and projects as the tests draw them."""

from __future__ import annotations

from northing.stages.decide.priorities.facts import Criterion, Option, Project, Range


def make_range(low, likely=None, high=None):
    return Range(low, low if likely is None else likely, low if high is None else high)


def make_criterion(name, *, swing=100.0, worst=0.0, best=10.0, veto=None):
    return Criterion(name, name, worst, best, swing, veto)


def make_option(name, *, daily=False, **figures):
    known = {
        key: make_range(*value) if isinstance(value, tuple) else make_range(value)
        for key, value in figures.items()
    }
    return Option(name, name.capitalize(), known, reaches_daily=daily)


def make_project(name, returned, **advances):
    def of(value):
        return make_range(*value) if isinstance(value, tuple) else make_range(value)

    known = {key.replace("_", "-"): of(value) for key, value in advances.items()}
    return Project(name, name.capitalize(), None if returned is None else of(returned), known)
