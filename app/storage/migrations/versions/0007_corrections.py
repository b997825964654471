"""Corrections of the marketplace's stock: which differences they answer, and what needs a person."""

from alembic import op

revision = "0007"
down_revision = "0006"

STATEMENTS = (
    "ALTER TABLE pending ADD COLUMN corrects BOOLEAN NOT NULL DEFAULT 0",
    """
    CREATE TABLE conflicts (
        size_id INTEGER NOT NULL,
        since FLOAT NOT NULL,
        difference INTEGER NOT NULL,
        origin VARCHAR NOT NULL,
        declined BOOLEAN NOT NULL,
        CONSTRAINT pk_conflicts PRIMARY KEY (size_id),
        CONSTRAINT fk_conflicts_size_id FOREIGN KEY(size_id) REFERENCES sizes (id)
    )
    """,
    "CREATE INDEX ix_sizes_flagged ON sizes (product_id) WHERE flag IS NOT NULL",
    "CREATE INDEX ix_sizes_oversold ON sizes (product_id) WHERE here < 0",
)


def upgrade() -> None:
    """Add them; what is typed already are ordinary changes."""
    for statement in STATEMENTS:
        op.execute(statement)
