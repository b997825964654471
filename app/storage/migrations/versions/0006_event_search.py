"""The search over the log of events, its indexes for periods and sizes, and when a body was removed."""

from alembic import op

revision = "0006"
down_revision = "0005"

STATEMENTS = (
    "ALTER TABLE events ADD COLUMN body_removed_at FLOAT",
    "CREATE INDEX ix_event_lines_received_at ON event_lines (received_at)",
    "CREATE INDEX ix_event_lines_value ON event_lines (value)",
    "CREATE VIRTUAL TABLE event_search USING fts5(words, tokenize='trigram')",
    """
    INSERT INTO event_search (rowid, words)
    SELECT id,
        substr(
            CASE WHEN json_valid(body)
                THEN (SELECT group_concat(atom, char(10)) FROM json_tree(body) WHERE atom IS NOT NULL)
                ELSE body
            END, 1, 65536)
    FROM (SELECT id, CAST(body AS TEXT) AS body FROM events WHERE state != 'new')
    """,
)


def upgrade() -> None:
    """Add them, and fill the search with what was read already."""
    for statement in STATEMENTS:
        op.execute(statement)
