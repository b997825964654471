"""The first tables, and the search index over article, title and barcodes.

Written out, so that it makes the same tables whatever the program's are by then.
"""

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """
    CREATE TABLE events (
        id INTEGER NOT NULL,
        received_at FLOAT NOT NULL,
        sender VARCHAR NOT NULL,
        headers TEXT NOT NULL,
        body BLOB NOT NULL,
        state VARCHAR NOT NULL,
        problem TEXT,
        CONSTRAINT pk_events PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE products (
        id INTEGER NOT NULL,
        article VARCHAR(200) NOT NULL,
        title VARCHAR NOT NULL,
        brand VARCHAR NOT NULL,
        price VARCHAR,
        agreed_price VARCHAR,
        removed_at FLOAT,
        CONSTRAINT pk_products PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE settings (
        name VARCHAR NOT NULL,
        value TEXT NOT NULL,
        CONSTRAINT pk_settings PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE deliveries (
        id INTEGER NOT NULL,
        created_at FLOAT NOT NULL,
        product_id INTEGER NOT NULL,
        action VARCHAR NOT NULL,
        price VARCHAR,
        old_price VARCHAR,
        state VARCHAR NOT NULL,
        attempts INTEGER NOT NULL,
        in_doubt BOOLEAN NOT NULL,
        first_tried_at FLOAT,
        next_at FLOAT,
        reason TEXT,
        finished_at FLOAT,
        "key" VARCHAR NOT NULL,
        who VARCHAR NOT NULL,
        CONSTRAINT pk_deliveries PRIMARY KEY (id),
        CONSTRAINT fk_deliveries_product_id FOREIGN KEY(product_id) REFERENCES products (id)
    )
    """,
    """
    CREATE TABLE event_lines (
        id INTEGER NOT NULL,
        event_id INTEGER NOT NULL,
        received_at FLOAT NOT NULL,
        marketplace_id INTEGER,
        product_id INTEGER,
        size_id INTEGER,
        value VARCHAR NOT NULL,
        count INTEGER,
        sold_count INTEGER,
        marketplace_size_id INTEGER,
        kind VARCHAR NOT NULL,
        movement INTEGER,
        "before" INTEGER,
        "after" INTEGER,
        note TEXT,
        applied BOOLEAN NOT NULL,
        CONSTRAINT pk_event_lines PRIMARY KEY (id),
        CONSTRAINT fk_event_lines_event_id FOREIGN KEY(event_id) REFERENCES events (id)
    )
    """,
    """
    CREATE TABLE links (
        marketplace_id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        learned_at FLOAT NOT NULL,
        how VARCHAR NOT NULL,
        CONSTRAINT pk_links PRIMARY KEY (marketplace_id),
        CONSTRAINT fk_links_product_id FOREIGN KEY(product_id) REFERENCES products (id)
    )
    """,
    """
    CREATE TABLE pending_prices (
        product_id INTEGER NOT NULL,
        price VARCHAR NOT NULL,
        CONSTRAINT pk_pending_prices PRIMARY KEY (product_id),
        CONSTRAINT fk_pending_prices_product_id FOREIGN KEY(product_id) REFERENCES products (id)
    )
    """,
    """
    CREATE TABLE sizes (
        id INTEGER NOT NULL,
        product_id INTEGER NOT NULL,
        value VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        barcode VARCHAR NOT NULL,
        marketplace_size_id INTEGER,
        here INTEGER NOT NULL,
        agreed INTEGER,
        track TEXT,
        flag TEXT,
        last_delivery_id INTEGER,
        removed_at FLOAT,
        CONSTRAINT pk_sizes PRIMARY KEY (id),
        CONSTRAINT fk_sizes_product_id FOREIGN KEY(product_id) REFERENCES products (id)
    )
    """,
    """
    CREATE TABLE attempts (
        id INTEGER NOT NULL,
        delivery_id INTEGER NOT NULL,
        at FLOAT NOT NULL,
        milliseconds FLOAT,
        status INTEGER,
        outcome VARCHAR,
        request TEXT NOT NULL,
        answer TEXT,
        words TEXT,
        CONSTRAINT pk_attempts PRIMARY KEY (id),
        CONSTRAINT fk_attempts_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id)
    )
    """,
    """
    CREATE TABLE delivery_sizes (
        delivery_id INTEGER NOT NULL,
        size_id INTEGER NOT NULL,
        quantity INTEGER NOT NULL,
        "before" INTEGER,
        "after" INTEGER,
        CONSTRAINT pk_delivery_sizes PRIMARY KEY (delivery_id, size_id),
        CONSTRAINT fk_delivery_sizes_delivery_id FOREIGN KEY(delivery_id) REFERENCES deliveries (id),
        CONSTRAINT fk_delivery_sizes_size_id FOREIGN KEY(size_id) REFERENCES sizes (id)
    )
    """,
    """
    CREATE TABLE movements (
        id INTEGER NOT NULL,
        at FLOAT NOT NULL,
        size_id INTEGER NOT NULL,
        cause VARCHAR NOT NULL,
        quantity INTEGER NOT NULL,
        here_after INTEGER NOT NULL,
        delivery_id INTEGER,
        event_id INTEGER,
        who VARCHAR NOT NULL,
        CONSTRAINT pk_movements PRIMARY KEY (id),
        CONSTRAINT fk_movements_size_id FOREIGN KEY(size_id) REFERENCES sizes (id)
    )
    """,
    """
    CREATE TABLE pending (
        size_id INTEGER NOT NULL,
        action VARCHAR NOT NULL,
        quantity INTEGER NOT NULL,
        CONSTRAINT pk_pending PRIMARY KEY (size_id),
        CONSTRAINT ck_pending_quantity CHECK (quantity > 0),
        CONSTRAINT fk_pending_size_id FOREIGN KEY(size_id) REFERENCES sizes (id)
    )
    """,
)
INDEXES = (
    "CREATE INDEX ix_events_state_id ON events (state, id)",
    "CREATE UNIQUE INDEX uq_products_article ON products (article)",
    """
    CREATE INDEX ix_deliveries_open ON deliveries (product_id, id)
        WHERE (state NOT IN ('cancelled', 'delivered', 'superseded'))
    """,
    "CREATE INDEX ix_deliveries_product_id_id ON deliveries (product_id, id)",
    "CREATE INDEX ix_deliveries_state_id ON deliveries (state, id)",
    "CREATE INDEX ix_event_lines_event_id ON event_lines (event_id)",
    "CREATE INDEX ix_event_lines_kind_id ON event_lines (kind, id)",
    "CREATE INDEX ix_event_lines_marketplace_id ON event_lines (marketplace_id)",
    "CREATE INDEX ix_event_lines_product_id_id ON event_lines (product_id, id)",
    "CREATE INDEX ix_event_lines_waiting ON event_lines (id) WHERE applied IS 0",
    "CREATE INDEX ix_links_product_id ON links (product_id)",
    "CREATE INDEX ix_sizes_barcode ON sizes (barcode)",
    "CREATE UNIQUE INDEX uq_sizes_product_id_value ON sizes (product_id, value)",
    "CREATE INDEX ix_attempts_delivery_id ON attempts (delivery_id)",
    "CREATE INDEX ix_delivery_sizes_size_id ON delivery_sizes (size_id)",
    "CREATE INDEX ix_movements_delivery_id ON movements (delivery_id)",
    "CREATE INDEX ix_movements_size_id_id ON movements (size_id, id)",
    "CREATE VIRTUAL TABLE product_search USING fts5(words, tokenize='trigram')",
)


def upgrade() -> None:
    """Make everything."""
    for statement in (*TABLES, *INDEXES):
        op.execute(statement)
