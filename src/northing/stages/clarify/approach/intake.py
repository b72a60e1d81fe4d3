"""What does a file of answers say of how to begin?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from northing.stages.clarify.approach.facts import Question, Reply

Whole = Annotated[int, Field(ge=0, le=4, strict=True)]


class UnreadableAnswers(Exception):  # noqa: N818 - named for what it tells
    """The file cannot be understood: `complaints` are sentences with the place and the remedy."""

    def __init__(self, complaints: Sequence[str]) -> None:
        super().__init__("\n".join(complaints))
        self.complaints = list(complaints)


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _Answer(_Part):
    question: str
    answer: Whole
    evidence: Annotated[str, Field(max_length=2_000)] = ""


class _File(_Part):
    title: Annotated[str, Field(min_length=1, max_length=200)] = "Approach"
    answer: tuple[_Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """The title of a file and its answers."""

    title: str
    replies: tuple[Reply, ...]


def asked_in(content: Mapping[str, Any], questions: Sequence[Question], place: str) -> Asked:
    """The answers of a parsed TOML file, in their order.

    Raises
    ------
    UnreadableAnswers
        With every complaint there is.

    """
    try:
        read = _File.model_validate(content)
    except ValidationError as error:
        raise UnreadableAnswers(list(_told(error, place))) from None
    wrong = list(_strange([one.question for one in read.answer], questions, place))
    if wrong:
        raise UnreadableAnswers(wrong)
    replies = tuple(Reply(one.question, one.answer, one.evidence) for one in read.answer)
    return Asked(read.title, replies)


def _told(error: ValidationError, place: str) -> Iterator[str]:
    for one in error.errors():
        where = ", ".join(str(part + 1 if isinstance(part, int) else part) for part in one["loc"])
        yield f"{place}, {where}: {one['msg']}. An answer is a whole number from 0 to 4."


def _strange(ids: Sequence[str], questions: Sequence[Question], place: str) -> Iterator[str]:
    known = [one.id for one in questions]
    for name, count in Counter(ids).items():
        if name not in known:
            yield f"{place}: no question is called {name!r}; these are: {', '.join(known)}."
        elif count > 1:
            yield f"{place}: {name} is answered {count} times; keep one of them."
