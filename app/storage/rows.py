"""Rows whose columns are read by name, and how many values a statement takes."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import Row

AnyRow: TypeAlias = "Row[*tuple[Any, ...]]"

IN_ONE_STATEMENT = 500
"""SQLite takes a limited number of values in one statement."""
