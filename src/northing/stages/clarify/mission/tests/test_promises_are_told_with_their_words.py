"""The section on the promises: what each says, in which words, and what to ask next."""

from __future__ import annotations

from northing.foundations.documents.blocks import Block, Details, Listing, Paragraph, Table
from northing.stages.clarify.mission.engine import checked_statements
from northing.stages.clarify.mission.facts import Statement
from northing.stages.clarify.mission.section import mission_section


def told(*texts: str) -> str:
    statements = [Statement(id=str(at), text=text) for at, text in enumerate(texts)]
    found = checked_statements(statements, organisation="Acme")
    blocks = mission_section(found, lambda text: text.replace("Amina", "[person]"))
    return "\n".join(_texts(blocks))


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += [block.caption, block.note, *(cell for row in block.rows for cell in row)]
        elif isinstance(block, Listing):
            found += block.items
        elif isinstance(block, Details):
            found += [block.summary, *_texts(block.blocks)]
    return found


def test_it_counts_and_never_adds_up() -> None:
    text = told("By 2030 we house every family in Leeds.", "We strive for excellence.")
    assert "Of 2 promises, 1 name for whom" in text
    assert "There is no sum" in text


def test_every_answer_stands_with_its_words_or_with_why_not() -> None:
    text = told("By 2030 we house every family in Leeds.")
    assert "“every family”" in text
    assert "“By 2030”" in text
    assert "nothing is ruled out" in text
    assert "What will you not do, even where it would pay?" in text


def test_nobody_is_named_in_a_promise() -> None:
    assert "Amina" not in told("We house every family that Amina knows.")


def test_without_promises_there_is_no_section() -> None:
    assert told() == ""


def test_what_is_not_listed_is_said() -> None:
    text = told(*(f"By 2030 we house family {number} in Leeds." for number in range(45)))
    assert "5 further promises stand in audit.json." in text
