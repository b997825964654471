"""The first tables, and the search index over article, title and barcodes."""

from alembic import op

from app.storage.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make everything."""
    metadata.create_all(op.get_bind())
    op.execute("CREATE VIRTUAL TABLE product_search USING fts5(words, tokenize='trigram')")
