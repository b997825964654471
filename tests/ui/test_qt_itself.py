"""What Polka needs of its Qt and cannot mend."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None lives for ever there")
def test_calls_that_return_nothing_leave_none_alone() -> None:
    """PySide6 6.12.0 did not, and the program ended after some ten thousand calls."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100
