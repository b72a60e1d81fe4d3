"""Which addresses open the pages of imports and records?"""

from __future__ import annotations

from django.urls import URLPattern, path

from northing.interfaces.web.views.records import (
    files,
    how,
    imports,
    reading,
    record,
    table,
    typed,
)

pages: list[URLPattern] = [
    path("records/", table.table, name="records_table"),
    path("records/file/", table.table_file, name="records_file"),
    path("records/new/", typed.new, name="records_new"),
    path("records/typed/<uuid:typed>/", typed.typed, name="records_typed"),
    path(
        "records/typed/<uuid:typed>/withdrawal/", typed.withdrawal, name="records_typed_withdrawal"
    ),
    path("records/typed/<uuid:typed>/return/", typed.bringing_back, name="records_typed_return"),
    path("records/correction/", record.correction, name="records_correction"),
    path(
        "records/corrections/<uuid:correction>/withdrawal/",
        record.correction_withdrawal,
        name="records_correction_withdrawal",
    ),
    path("records/imports/", imports.imports, name="records_imports"),
    path("records/imports/new/", imports.hand_in, name="records_hand_in"),
    path("records/reading/", reading.reading, name="records_reading"),
    path("records/reading/again/", reading.again, name="records_reading_again"),
    path("records/imports/<uuid:handed_in>/", imports.one_import, name="records_import"),
    path("records/imports/<uuid:handed_in>/preview/", how.preview, name="records_preview"),
    path("records/imports/<uuid:handed_in>/progress/", imports.progress, name="records_progress"),
    path("records/imports/<uuid:handed_in>/undoing/", imports.undoing, name="records_undoing"),
    path("records/imports/<uuid:handed_in>/redoing/", imports.redoing, name="records_redoing"),
    path("records/imports/<uuid:handed_in>/anew/", imports.reopening, name="records_reopening"),
    path("records/imports/<uuid:handed_in>/file/", files.original, name="records_original"),
    path("records/imports/<uuid:handed_in>/refused/", files.refused, name="records_refused"),
    path("records/record/<path:record>/", record.record, name="records_record"),
]
