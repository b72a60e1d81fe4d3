import io
import zipfile

import pytest

from northing.foundations.sources.opened import UnreadableSource
from northing.foundations.sources.zip_guard import ZipLimits, check_zip


def packed(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name + ".xml", content)
    return file.getvalue()


def test_an_ordinary_archive_passes():
    check_zip(packed(a="<a/>", b="<b/>"))


def test_a_bomb_is_refused_by_its_ratio():
    with pytest.raises(UnreadableSource, match="far more than its size"):
        check_zip(packed(a="0" * 30_000_000))


def test_many_members_and_a_large_total_are_refused():
    with pytest.raises(UnreadableSource, match="3 parts"):
        check_zip(packed(a="", b="", c=""), limits=ZipLimits(members=2))
    with pytest.raises(UnreadableSource, match="fill the memory"):
        check_zip(packed(a="abc", b="def"), limits=ZipLimits(total_bytes=5))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_declared_entity_is_refused(encoding):
    with pytest.raises(UnreadableSource, match="entities"):
        check_zip(packed(a='<!DOCTYPE x [<!ENTITY e "e">]><x/>'.encode(encoding)))


def test_a_declaration_across_two_pieces_is_found():
    with pytest.raises(UnreadableSource, match="entities"):
        check_zip(packed(a=" " * 65_531 + "<!DOCTYPE x>"))


def test_a_cut_archive_is_called_damaged():
    with pytest.raises(UnreadableSource, match="damaged"):
        check_zip(packed(a="abc")[:-30])


def test_a_password_is_told_from_damage():
    shell = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(UnreadableSource, match="password"):
        check_zip(shell)


def test_an_encrypted_member_is_called_protected():
    content = bytearray(packed(a="abc"))
    central = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[central + 8] |= 1
    with pytest.raises(UnreadableSource, match="password"):
        check_zip(bytes(content))
