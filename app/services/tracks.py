"""A size's track as the database keeps it."""

from __future__ import annotations

import json

from app.domain.worlds import Track


def load_track(stored: str | None, agreed: int | None) -> Track:
    """The stored track, or a new one that begins with what is agreed."""
    return Track.start(agreed) if stored is None else Track.from_json(json.loads(stored))


def dump_track(track: Track) -> str:
    """As it is kept."""
    return _ENCODER.encode(track.to_json())


_ENCODER = json.JSONEncoder(separators=(",", ":"))
