"""How is a file taken in from the net, so that one too large fills neither memory nor disk?"""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from typing_extensions import override

from northing.foundations.sources.locating import LARGEST_FILE

TOO_LARGE = "northing.too_large"


class Bounded(FileUploadHandler):
    """Stands before the handlers that keep files: beyond the bound of one request nothing is kept.

    The rest is still read from the line, and let go, so that the page can say what was wrong.
    """

    taken = 0

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.taken += len(raw_data)
        if self.taken <= LARGEST_FILE:
            return raw_data
        if self.request is not None:
            self.request.META.setdefault(TOO_LARGE, []).append(self.file_name)
        raise SkipFile

    @override
    def file_complete(self, file_size: int) -> Any:
        return None
