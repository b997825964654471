"""Indexes for the overview and the ledger: movements by time, and the sum of each size's movements."""

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS = (
    "CREATE INDEX ix_movements_at ON movements (at, cause, size_id, quantity, delivery_id)",
    "DROP INDEX ix_movements_size_id_id",
    "CREATE INDEX ix_movements_size_id_id ON movements (size_id, id, quantity, at)",
)


def upgrade() -> None:
    """Make them; nothing that is there is touched."""
    for statement in STATEMENTS:
        op.execute(statement)
