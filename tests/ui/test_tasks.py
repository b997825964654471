"""Work off the UI thread: what belongs to the window is given up on the window's own thread."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import PolkaError
from app.ui.context import UiContext
from app.ui.garbage import collect_due


class Node:
    """Stands for a page in a cycle with its parts."""

    def __init__(self) -> None:
        self.itself = self


def busy() -> int:
    """Enough objects for Python to look for garbage many times."""
    return len([[number] for number in range(200_000)])


def note_thread(threads: list[str]) -> None:
    threads.append(threading.current_thread().name)


def test_garbage_with_widgets_is_never_collected_on_a_thread_of_the_pool(
    context: UiContext, qtbot: QtBot
) -> None:
    collected_on: list[str] = []
    weakref.finalize(Node(), note_thread, collected_on)
    answers: list[int] = []

    context.tasks.run(busy, done=answers.append)
    qtbot.waitUntil(lambda: answers == [200_000])

    assert collected_on == []
    many = [[number] for number in range(10_000)]
    collect_due()
    assert len(many) == 10_000
    assert collected_on == [threading.main_thread().name]


def test_a_callback_is_let_go_on_the_ui_thread(context: UiContext, qtbot: QtBot) -> None:
    let_go_on: list[str] = []
    answers: list[Any] = []

    class Page:
        def show(self, answer: int) -> None:
            answers.append(answer)

    page = Page()
    weakref.finalize(page, note_thread, let_go_on)
    context.tasks.run(int, "7", done=page.show)
    del page
    qtbot.waitUntil(lambda: answers == [7])
    gc.collect()

    assert let_go_on == [threading.main_thread().name]


def test_a_cancelled_task_answers_nobody(context: UiContext, qtbot: QtBot) -> None:
    answers: list[Any] = []
    task = context.tasks.run(int, "7", done=answers.append)
    task.cancel()
    context.tasks.run(int, "8", done=answers.append)
    qtbot.waitUntil(lambda: answers == [8])


@pytest.mark.expects_log("failed by a bug")
def test_whoever_waits_for_work_that_a_bug_ended_is_told(context: UiContext, qtbot: QtBot) -> None:
    told: list[PolkaError] = []
    broke: list[Exception] = []
    context.tasks.broke.connect(broke.append)
    context.tasks.run(int, "no number", failed=told.append)
    qtbot.waitUntil(lambda: len(broke) == 1)
    assert isinstance(broke[0], ValueError)
    assert "inside Polka" in str(told[0].title)


def test_what_is_held_begins_in_order_when_it_is_released(context: UiContext, qtbot: QtBot) -> None:
    done: list[int] = []
    context.tasks.hold()
    for number in range(3):
        context.tasks.run(int, number, done=done.append, lane="write")
    qtbot.wait(50)
    assert not done
    context.tasks.release()
    qtbot.waitUntil(lambda: done == [0, 1, 2])
