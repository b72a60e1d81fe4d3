from pathlib import Path

import pytest

from northing.case import read_case
from northing.case_file import UnreadableCase
from northing.tests.make import COMMITMENTS, HEAD, make_source, write_case

SOURCE = make_source("budget.csv")
RULE = '[[source.rule]]\nwhere = { Line = "Rent" }\n'


def complaint(folder: Path, text: str) -> str:
    (folder / "northing.toml").write_text(text, "utf-8")
    with pytest.raises(UnreadableCase) as caught:
        read_case(folder)
    (sentence,) = caught.value.complaints
    return sentence


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (HEAD + SOURCE, ["no [[commitment]]", "northing init"]),
        (HEAD + COMMITMENTS, ["no [[source]]", "name at least one file"]),
        (HEAD + COMMITMENTS + COMMITMENTS + SOURCE, ["care, rest", "used twice"]),
        (HEAD + "colour = 3\n" + COMMITMENTS + SOURCE, ["*colour*", "check its spelling"]),
        (HEAD + COMMITMENTS + "wieght = 3\n" + SOURCE, ["commitment 2", "*wieght*", "spelling"]),
        (HEAD + COMMITMENTS + "weight = -1\n" + SOURCE, ["commitment 2", "*weight*", "-1"]),
        (HEAD + COMMITMENTS + 'layer = "deep"\n' + SOURCE, ["*layer*", "strategic"]),
        (HEAD + COMMITMENTS.replace("care", "none") + SOURCE, ["none", "choose another id"]),
        (COMMITMENTS + SOURCE, ["*organisation*", "missing"]),
        (HEAD.replace("EUR", "euro") + COMMITMENTS + SOURCE, ["*currency*", "euro"]),
        (HEAD + COMMITMENTS + SOURCE.replace("money", "cash"), ["source 1", "*channel*", "cash"]),
        (HEAD + COMMITMENTS + SOURCE + 'date = "soon"\n', ["source 1", "*date*", "soon"]),
        (HEAD + COMMITMENTS + SOURCE + RULE + 'commitment = "kind"\n', ["kind", "care, rest"]),
        (
            HEAD + COMMITMENTS + SOURCE + RULE + "commitment = { care = 0.7, rest = 0.7 }\n",
            ["source 1", "more than 1"],
        ),
        (HEAD + COMMITMENTS + SOURCE + RULE + "commitment = { care = 0 }\n", ["rule", "0"]),
        (HEAD + COMMITMENTS + SOURCE + '[source.columns]\nhue = "A"\n', ["*hue*", "text, amount"]),
        (
            HEAD + COMMITMENTS + SOURCE + '[source.columns]\namount = { soon = "A" }\n',
            ["source 1", "*amount*", "soon"],
        ),
        (HEAD + COMMITMENTS + SOURCE + '[source.columns]\nunit = { a = "A" }\n', ["only *amount*"]),
        ("[organisation\n", ["not TOML", "line 1"]),
    ],
)  # fmt: skip
def test_one_sentence_with_place_and_remedy(tmp_path: Path, text: str, parts: list[str]) -> None:
    sentence = complaint(tmp_path, text)
    assert sentence.startswith("northing.toml")
    for part in parts:
        assert part in sentence


def test_a_file_that_is_not_utf_8_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "northing.toml").write_bytes("name = 'Zürich'".encode("utf-16"))
    with pytest.raises(UnreadableCase, match="save it as UTF-8"):
        read_case(tmp_path)


def test_no_case_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCase, match="northing init"):
        read_case(tmp_path)


def test_a_root_that_is_not_there(tmp_path: Path) -> None:
    case = write_case(tmp_path, SOURCE)
    with pytest.raises(UnreadableCase, match="does not exist; correct root"):
        read_case(case, root=tmp_path / "elsewhere")


def test_a_case_may_be_named_otherwise(tmp_path: Path) -> None:
    other = tmp_path / "audit.toml"
    other.write_text(HEAD + SOURCE, "utf-8")
    with pytest.raises(UnreadableCase) as caught:
        read_case(other)
    assert caught.value.complaints[0].startswith("audit.toml")
