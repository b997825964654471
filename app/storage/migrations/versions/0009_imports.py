"""Imports of spreadsheets: what came when, what was queued from which row, and how files are laid out."""

from alembic import op

revision = "0009"
down_revision = "0008"

STATEMENTS = (
    """
    CREATE TABLE imports (
        id INTEGER NOT NULL,
        created_at FLOAT NOT NULL,
        who VARCHAR NOT NULL,
        file VARCHAR NOT NULL,
        folder VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        stamp VARCHAR NOT NULL,
        sheet INTEGER NOT NULL,
        encoding VARCHAR NOT NULL,
        meaning VARCHAR NOT NULL,
        fingerprint VARCHAR NOT NULL,
        layout TEXT NOT NULL,
        choices TEXT NOT NULL,
        state VARCHAR NOT NULL,
        batch_id INTEGER,
        planned INTEGER NOT NULL,
        queued INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        left_out INTEGER NOT NULL,
        CONSTRAINT pk_imports PRIMARY KEY (id),
        CONSTRAINT fk_imports_batch_id FOREIGN KEY(batch_id) REFERENCES batches (id)
    )
    """,
    "CREATE INDEX ix_imports_digest ON imports (digest)",
    """
    CREATE TABLE import_lines (
        import_id INTEGER NOT NULL,
        row_number INTEGER NOT NULL,
        column_number INTEGER NOT NULL,
        delivery_id INTEGER NOT NULL,
        size_id INTEGER,
        CONSTRAINT pk_import_lines PRIMARY KEY (import_id, row_number, column_number),
        CONSTRAINT fk_import_lines_import_id FOREIGN KEY(import_id) REFERENCES imports (id)
    )
    """,
    "CREATE INDEX ix_import_lines_delivery_id_size_id ON import_lines (delivery_id, size_id, row_number)",
    """
    CREATE TABLE layouts (
        fingerprint VARCHAR NOT NULL,
        used_at FLOAT NOT NULL,
        meaning VARCHAR NOT NULL,
        layout TEXT NOT NULL,
        choices TEXT NOT NULL,
        CONSTRAINT pk_layouts PRIMARY KEY (fingerprint)
    )
    """,
)


def upgrade() -> None:
    """Add them, empty."""
    for statement in STATEMENTS:
        op.execute(statement)
