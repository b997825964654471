"""Batches of deliveries, and of what the milliseconds of an attempt are made up."""

from alembic import op

revision = "0002"
down_revision = "0001"

STATEMENTS = (
    """
    CREATE TABLE batches (
        id INTEGER NOT NULL,
        created_at FLOAT NOT NULL,
        who VARCHAR NOT NULL,
        source VARCHAR NOT NULL,
        title VARCHAR NOT NULL,
        products INTEGER NOT NULL,
        paused BOOLEAN NOT NULL,
        dismissed BOOLEAN NOT NULL,
        CONSTRAINT pk_batches PRIMARY KEY (id)
    )
    """,
    """
    ALTER TABLE deliveries ADD COLUMN batch_id INTEGER
        CONSTRAINT fk_deliveries_batch_id REFERENCES batches (id)
    """,
    "CREATE INDEX ix_deliveries_batch_id_state ON deliveries (batch_id, state) WHERE batch_id IS NOT NULL",
    "ALTER TABLE attempts ADD COLUMN connecting FLOAT",
    "ALTER TABLE attempts ADD COLUMN sending FLOAT",
    "ALTER TABLE attempts ADD COLUMN waiting FLOAT",
)


def upgrade() -> None:
    """Add them; nothing that is there is touched."""
    for statement in STATEMENTS:
        op.execute(statement)
