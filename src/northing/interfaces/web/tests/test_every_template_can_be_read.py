"""Is every page and letter written so that it can be shown, those nobody opens in a test too?"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.template.loader import get_template

import northing

FOLDERS = sorted(Path(northing.__file__).parent.rglob("templates"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda one: "/".join(one.parts[-3:-1]))
def test_every_template_of_a_folder_can_be_read(folder):
    found = [one for one in sorted(folder.rglob("*.*")) if one.suffix in (".html", ".txt")]
    assert found
    for one in found:
        get_template(str(one.relative_to(folder)))
