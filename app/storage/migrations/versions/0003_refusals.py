"""Who was sent away by the listener, why and how often."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table; nothing that is there is touched."""
    op.execute(
        """
        CREATE TABLE refusals (
            sender VARCHAR NOT NULL,
            reason VARCHAR NOT NULL,
            times INTEGER NOT NULL,
            first_at FLOAT NOT NULL,
            last_at FLOAT NOT NULL,
            CONSTRAINT pk_refusals PRIMARY KEY (sender, reason)
        )
        """
    )
    op.execute("CREATE INDEX ix_refusals_last_at ON refusals (last_at)")
