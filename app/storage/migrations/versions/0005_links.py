"""Links of sizes, who made a link, and the links that ended."""

from alembic import op

revision = "0005"
down_revision = "0004"

STATEMENTS = (
    "ALTER TABLE links ADD COLUMN who VARCHAR DEFAULT '' NOT NULL",
    """
    CREATE TABLE size_links (
        marketplace_id INTEGER NOT NULL,
        value VARCHAR NOT NULL,
        size_id INTEGER NOT NULL,
        learned_at FLOAT NOT NULL,
        how VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        CONSTRAINT pk_size_links PRIMARY KEY (marketplace_id, value),
        CONSTRAINT fk_size_links_size_id FOREIGN KEY(size_id) REFERENCES sizes (id)
    )
    """,
    """
    CREATE TABLE ended_links (
        id INTEGER NOT NULL,
        marketplace_id INTEGER NOT NULL,
        value VARCHAR,
        product_id INTEGER,
        size_id INTEGER,
        learned_at FLOAT NOT NULL,
        how VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        ended_at FLOAT NOT NULL,
        ended_by VARCHAR NOT NULL,
        CONSTRAINT pk_ended_links PRIMARY KEY (id)
    )
    """,
    "CREATE INDEX ix_ended_links_marketplace_id ON ended_links (marketplace_id)",
)


def upgrade() -> None:
    """Add them; nothing that is there is touched."""
    for statement in STATEMENTS:
        op.execute(statement)
