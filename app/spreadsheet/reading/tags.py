"""Patterns of XML tags that take no longer for a hostile text than for another.

Python holds all its threads while an expression is tried: the window, and whoever would stop the work.
"""

from __future__ import annotations

SHORT_TAG = rb"[^<>]{0,999}"
"""Attributes of a tag as programs write it. Bounded, so that no tag is searched to the end of the file."""

ATTRIBUTES = rb"""((?:[^>"']++|"[^"]*+"|'[^']*+')*+)(?:>|)"""
"""All attributes of a tag, whatever is quoted in them.

Those of a tag that does not end are taken too, or each place in it would be tried anew.
"""
