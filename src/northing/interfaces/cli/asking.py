"""How is a judge reached, and what if it does not answer?

Any server that speaks OpenAI's chat completions. Each answer is on disk before the next question
goes out, so a run that is stopped has lost nothing and pays for nothing twice.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from rich.console import Console
from rich.progress import track

from northing.stages.diagnose.stance.intake import line_of
from northing.stages.diagnose.stance.rules.asking import (
    SYSTEM,
    TOKENS_BACK,
    Question,
    opinion_from,
)

if TYPE_CHECKING:
    from openai import OpenAI

TIMEOUT = 60.0
RETRIES = 3
_ROOM = 4  # models that think aloud before they answer need more than the answer's length
_MISSING = (
    "Asking a judge needs the extra llm: install northing[llm], for instance with "
    "pip install 'northing[llm]'."
)


class NoJudge(Exception):  # noqa: N818 - named for what it tells, as the style asks
    """One sentence on why nobody can be asked, and what to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a run; `stopped` says in one sentence why it ended early."""

    answered: int
    unreadable: int
    stopped: str = ""


def connected(url: str, *, key: str) -> OpenAI:
    """A client for that address; raises `NoJudge` without the extra."""
    try:
        import openai  # noqa: PLC0415 - an extra, and half a second to load
    except ImportError as error:
        raise NoJudge(_MISSING) from error
    return openai.OpenAI(base_url=url, api_key=key or "none", timeout=TIMEOUT, max_retries=RETRIES)


def ask_all(client: OpenAI, questions: Sequence[Question], *, model: str, keep: TextIO) -> Asked:
    """Ask one by one; an answer that is none of the four is counted and may be asked again."""
    answered = unreadable = 0
    console = Console(stderr=True)  # progress is drawn only where somebody watches
    watched = track(
        questions, "Asking", transient=True, console=console, disable=not console.is_terminal
    )
    for question in watched:
        answer, complaint = _answer(client, question, model)
        if complaint:
            return Asked(answered, unreadable, complaint)
        opinion = opinion_from(question, answer, model=model)
        if opinion is None:
            unreadable += 1
            continue
        keep.write(line_of(opinion) + "\n")
        keep.flush()
        os.fsync(keep.fileno())
        answered += 1
    return Asked(answered, unreadable)


def _answer(client: OpenAI, question: Question, model: str) -> tuple[str, str]:
    """The answer, or a sentence on why none came."""
    import openai  # noqa: PLC0415 - loaded by `connected` already

    messages: Any = [
        {"role": "system", "content": SYSTEM},
        {"role": "user", "content": question.text},
    ]
    try:
        found = client.chat.completions.create(
            model=model, messages=messages, temperature=0, max_tokens=_ROOM * TOKENS_BACK
        )
    except openai.AuthenticationError:
        return "", "The judge refused the key; correct NORTHING_JUDGE_KEY. Nothing is lost."
    except openai.APIStatusError as error:
        return "", _refused(error.status_code, model)
    except openai.APIError:
        return "", "The judge did not answer; check url in [judge] and try again. Nothing is lost."
    choices = found.choices or []
    return (choices[0].message.content or "" if choices else ""), ""


def _refused(status: int, model: str) -> str:
    if status == 404:  # noqa: PLR2004 - the status of a thing that is not there
        return f"The judge knows no model {model}, or the url in [judge] is not its base address."
    return f"The judge answered with status {status}; try again later. Nothing is lost."
