"""What does `python -m northing.interfaces.web` do? What Django's `manage.py` does elsewhere."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.interfaces.web.settings")
    execute_from_command_line(["northing.interfaces.web", *sys.argv[1:]])


if __name__ == "__main__":
    main()
