"""What is the sheet called that stands in a part of a workbook?"""

from __future__ import annotations

import posixpath
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from northing.foundations.sources.opened import UnreadableSource

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


def sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """The sheet's name by the name of its part; empty for archives that are no xlsx workbook."""
    if not {_BOOK, _RELATIONS} <= set(archive.namelist()):
        return {}
    parts = {
        relation.get("Id", ""): posixpath.join("/xl", relation.get("Target", ""))
        for relation in _parsed(archive.read(_RELATIONS))
    }
    return {
        posixpath.normpath(parts.get(_relation_of(sheet), "/")).lstrip("/"): sheet.get("name", "")
        for sheet in _parsed(archive.read(_BOOK)).iter()
        if sheet.tag.endswith("}sheet")
    }


def _relation_of(sheet: Element) -> str:
    return next((value for name, value in sheet.items() if name.endswith("}id")), "")


def _parsed(xml: bytes) -> Element:
    try:
        root: Element = fromstring(xml)
    except ParseError:
        raise UnreadableSource(
            "The workbook is damaged: the list of its sheets cannot be read.",
            "Open it in a spreadsheet program, save it again, and read that copy.",
        ) from None
    return root
