"""What does somebody read who asks for Spark where there is none?"""

from __future__ import annotations

import pytest

from northing.foundations.compute import spark_session
from northing.foundations.compute.spark_session import NoSpark, open_session


def test_the_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(spark_session, "find_spec", lambda _: None)
    with (
        pytest.raises(NoSpark, match=r"pip install 'northing\[spark\]'"),
        open_session("local", {}),
    ):
        pass


def test_the_missing_java_is_named(monkeypatch):
    monkeypatch.setattr(spark_session, "find_spec", lambda _: object())
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoSpark, match="install version 17"), open_session("local", {}):
        pass
