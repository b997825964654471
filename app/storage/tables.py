"""The tables: one place that says what is kept. Times are UTC seconds since 1970 as floats."""

from __future__ import annotations

from sqlalchemy import (
    BindParameter,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    and_,
    bindparam,
    text,
)

from app.domain.delivery import FINAL, State

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

products = Table(
    "products",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", String(200), nullable=False),  # supplierProductId, kept as text
    Column("title", String, nullable=False, default=""),
    Column("brand", String, nullable=False, default=""),
    Column("price", String),  # exact decimal as text: what we sell for
    Column("agreed_price", String),  # the price that the marketplace has accepted
    Column("removed_at", Float),  # removed products keep their history and can come back
    Index("uq_products_article", "article", unique=True),
)

sizes = Table(
    "sizes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("product_id", ForeignKey(products.c.id), nullable=False),
    Column("value", String, nullable=False),
    Column("position", Integer, nullable=False, default=0),
    Column("barcode", String, nullable=False, default=""),
    Column("marketplace_size_id", Integer),
    Column("here", Integer, nullable=False, default=0),  # our stock, pieces
    Column("agreed", Integer),  # the marketplace's stock as far as known, pieces
    Column("track", Text),  # JSON of domain.worlds.Track
    Column("flag", Text),  # JSON of a Text: why a person should look, or NULL
    Column("last_delivery_id", Integer),  # the newest delivery that carries this size
    Column("removed_at", Float),
    Index("uq_sizes_product_id_value", "product_id", "value", unique=True),
    Index("ix_sizes_barcode", "barcode"),
)
Index("ix_sizes_flagged", sizes.c.product_id, sqlite_where=sizes.c.flag.is_not(None))
Index("ix_sizes_oversold", sizes.c.product_id, sqlite_where=sizes.c.here < 0)

links = Table(
    "links",
    metadata,
    Column("marketplace_id", Integer, primary_key=True),
    Column("product_id", ForeignKey(products.c.id), nullable=False),
    Column("learned_at", Float, nullable=False),
    Column("how", String, nullable=False),  # services.link_views.How
    Column("who", String, nullable=False, default=""),  # the person, where it was one
    Index("ix_links_product_id", "product_id"),
)

size_links = Table(  # sizes that the marketplace spells in another way
    "size_links",
    metadata,
    Column("marketplace_id", Integer, primary_key=True),
    Column("value", String, primary_key=True),  # as the marketplace spells it
    Column("size_id", ForeignKey(sizes.c.id), nullable=False),
    Column("learned_at", Float, nullable=False),
    Column("how", String, nullable=False),
    Column("who", String, nullable=False, default=""),
)

ended_links = Table(  # what a person undid or changed: it is not learned by itself again
    "ended_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("marketplace_id", Integer, nullable=False),
    Column("value", String),  # NULL: the link of the product
    Column("product_id", Integer),
    Column("size_id", Integer),  # NULL: the link of the product
    Column("learned_at", Float, nullable=False),
    Column("how", String, nullable=False),
    Column("who", String, nullable=False, default=""),
    Column("ended_at", Float, nullable=False),
    Column("ended_by", String, nullable=False, default=""),
    Index("ix_ended_links_marketplace_id", "marketplace_id"),
)

pending = Table(  # typed, not yet sent: one change of stock for each size
    "pending",
    metadata,
    Column("size_id", ForeignKey(sizes.c.id), primary_key=True),
    Column("action", String, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("corrects", Boolean, nullable=False, default=False, server_default=text("0")),  # our stock stays
    CheckConstraint("quantity > 0", name="quantity"),
)

conflicts = Table(  # the marketplace has another stock than we have, and it is known which is right
    "conflicts",
    metadata,
    Column("size_id", ForeignKey(sizes.c.id), primary_key=True),
    Column("since", Float, nullable=False),
    Column("difference", Integer, nullable=False),  # signed pieces that we have more
    Column("origin", String, nullable=False),  # domain.conflict.Origin
    Column("declined", Boolean, nullable=False),
)

pending_prices = Table(
    "pending_prices",
    metadata,
    Column("product_id", ForeignKey(products.c.id), primary_key=True),
    Column("price", String, nullable=False),
)

movements = Table(  # the ledger: here = the sum of a size's movements
    "movements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("size_id", ForeignKey(sizes.c.id), nullable=False),
    Column("cause", String, nullable=False),  # domain.movement.Cause
    Column("quantity", Integer, nullable=False),  # signed pieces
    Column("here_after", Integer, nullable=False),
    Column("delivery_id", Integer),
    Column("event_id", Integer),
    Column("who", String, nullable=False, default=""),
    # Sums and times are read from the indexes alone: a long history is looked at in a moment.
    Index("ix_movements_size_id_id", "size_id", "id", "quantity", "at"),
    Index("ix_movements_at", "at", "cause", "size_id", "quantity", "delivery_id"),
    Index("ix_movements_delivery_id", "delivery_id"),
)

batches = Table(  # deliveries that one person sent in one go
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created_at", Float, nullable=False),
    Column("who", String, nullable=False, default=""),
    Column("source", String, nullable=False),  # services.batch_views.BatchSource
    Column("title", String, nullable=False, default=""),  # such as a file's name
    Column("products", Integer, nullable=False),  # how many different ones
    Column("paused", Boolean, nullable=False, default=False),  # by a person
    Column("dismissed", Boolean, nullable=False, default=False),  # its result was read
)

deliveries = Table(  # the outbox
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created_at", Float, nullable=False),
    Column("product_id", ForeignKey(products.c.id), nullable=False),
    Column("action", String, nullable=False),
    Column("price", String),  # for `price`: the new price
    Column("old_price", String),
    Column("state", String, nullable=False),  # domain.delivery.State
    Column("attempts", Integer, nullable=False, default=0),
    Column("in_doubt", Boolean, nullable=False, default=False),  # an earlier attempt may have arrived
    Column("first_tried_at", Float),
    Column("next_at", Float),  # for `waiting`: not before
    Column("reason", Text),  # JSON of a Text: why it waits, was rejected or is held
    Column("finished_at", Float),
    Column("key", String, nullable=False),  # Idempotency-Key, the same on every attempt
    Column("who", String, nullable=False, default=""),
    Column("batch_id", ForeignKey(batches.c.id)),
    Index("ix_deliveries_state_id", "state", "id"),
    Index("ix_deliveries_product_id_id", "product_id", "id"),
)
Index(  # a batch's figures are counted in it alone
    "ix_deliveries_batch_id_state",
    deliveries.c.batch_id,
    deliveries.c.state,
    sqlite_where=deliveries.c.batch_id.is_not(None),
)


def is_open(of: FromClause = deliveries) -> ColumnElement[bool]:
    """Whether a delivery is not at its end yet.

    With literals, as in the index of open deliveries: SQLite does not use it for what it cannot compare.
    State by state: for a list SQLite builds a table each time that it writes a delivery.
    """
    return and_(*(of.c.state != _literal(state) for state in sorted(FINAL)))


def _literal(state: State) -> BindParameter[str]:
    return bindparam(None, state.value, literal_execute=True, unique=True)


Index(  # few rows whatever the history's length: what is still to be sent, or holds back others
    "ix_deliveries_open", deliveries.c.product_id, deliveries.c.id, sqlite_where=is_open()
)


delivery_sizes = Table(
    "delivery_sizes",
    metadata,
    Column("delivery_id", ForeignKey(deliveries.c.id), primary_key=True),
    Column("size_id", ForeignKey(sizes.c.id), primary_key=True),
    Column("quantity", Integer, nullable=False),  # pieces, positive; 0 in a price action
    Column("before", Integer),  # the marketplace's stock before, as known when it was sent
    Column("after", Integer),
    Index("ix_delivery_sizes_size_id", "size_id"),
    sqlite_with_rowid=False,
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("delivery_id", ForeignKey(deliveries.c.id), nullable=False),
    Column("at", Float, nullable=False),
    Column("milliseconds", Float),
    Column("connecting", Float),  # parts of the milliseconds; NULL where they were not measured
    Column("sending", Float),
    Column("waiting", Float),
    Column("status", Integer),  # HTTP status; NULL where no answer came
    Column("outcome", String),  # domain.delivery.AttemptOutcome; NULL while sending
    Column("request", Text, nullable=False),  # the body as sent
    Column("answer", Text),  # at most 64 KB of the answer
    Column("words", Text),  # JSON of a Text: what happened, for a person
    Index("ix_attempts_delivery_id", "delivery_id"),
)

events = Table(  # the inbox: kept first, understood later
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("received_at", Float, nullable=False),
    Column("sender", String, nullable=False),  # address of the poster
    Column("headers", Text, nullable=False),  # JSON list of pairs, Authorization masked
    Column("body", LargeBinary, nullable=False),
    Column("state", String, nullable=False),  # "new", "read", "unreadable"
    Column("problem", Text),  # JSON of a Text, for unreadable ones
    Column("body_removed_at", Float),  # the body was kept for so long; it is empty now
    Index("ix_events_state_id", "state", "id"),
)

event_lines = Table(  # one size in one event
    "event_lines",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event_id", ForeignKey(events.c.id), nullable=False),
    Column("received_at", Float, nullable=False),
    Column("marketplace_id", Integer),  # NULL for an unreadable event, which has one line
    Column("product_id", Integer),  # NULL while unlinked
    Column("size_id", Integer),
    Column("value", String, nullable=False),
    Column("count", Integer),
    Column("sold_count", Integer),
    Column("marketplace_size_id", Integer),
    Column("kind", String, nullable=False),  # services.event_views.EventKind
    Column("movement", Integer),
    Column("before", Integer),  # our stock before and after
    Column("after", Integer),
    Column("note", Text),  # JSON of a Text: what it did, one sentence
    Column("applied", Boolean, nullable=False, default=False),
    Index("ix_event_lines_event_id", "event_id"),
    Index("ix_event_lines_kind_id", "kind", "id"),
    Index("ix_event_lines_product_id_id", "product_id", "id"),
    Index("ix_event_lines_marketplace_id", "marketplace_id"),
    Index("ix_event_lines_received_at", "received_at"),
    Index("ix_event_lines_value", "value"),
)
Index(  # few rows: what waits for a product or a size
    "ix_event_lines_waiting", event_lines.c.id, sqlite_where=event_lines.c.applied.is_(False)
)

refusals = Table(  # who was sent away by the listener; nothing of what they sent
    "refusals",
    metadata,
    Column("sender", String, primary_key=True),  # the address, as far as it is known
    Column("reason", String, primary_key=True),  # domain.refusal.Refusal
    Column("times", Integer, nullable=False),
    Column("first_at", Float, nullable=False),
    Column("last_at", Float, nullable=False),
    Index("ix_refusals_last_at", "last_at"),
)

imports = Table(  # spreadsheets: prepared, sent, undone
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("created_at", Float, nullable=False),
    Column("who", String, nullable=False),
    Column("file", String, nullable=False),  # its name
    Column("folder", String, nullable=False),
    Column("digest", String, nullable=False),  # of its content, when it was prepared
    Column("stamp", String, nullable=False),  # its size and time of writing
    Column("sheet", Integer, nullable=False),  # from 0
    Column("encoding", String, nullable=False),  # chosen by a person, or empty
    Column("meaning", String, nullable=False),  # spreadsheet.meaning.Meaning
    Column("fingerprint", String, nullable=False),  # of its headings
    Column("layout", Text, nullable=False),  # JSON
    Column("choices", Text, nullable=False),  # JSON
    Column("state", String, nullable=False),  # services.import_views.ImportState
    Column("batch_id", ForeignKey(batches.c.id)),
    Column("planned", Integer, nullable=False),  # deliveries, or what else there is to do
    Column("queued", Integer, nullable=False),  # of these, done in the same transaction as this is written
    Column("unchanged", Integer, nullable=False),  # rows
    Column("left_out", Integer, nullable=False),  # rows
    Index("ix_imports_digest", "digest"),
)

import_lines = Table(  # which row of the file went into which delivery
    "import_lines",
    metadata,
    Column("import_id", ForeignKey(imports.c.id), primary_key=True),
    Column("row_number", Integer, primary_key=True),  # from 1
    Column("column_number", Integer, primary_key=True),
    Column("delivery_id", Integer, nullable=False),
    Column("size_id", Integer),  # NULL: a price
    Index("ix_import_lines_delivery_id_size_id", "delivery_id", "size_id", "row_number"),
    sqlite_with_rowid=False,
)

layouts = Table(  # how a person said that files with these headings are to be read
    "layouts",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("used_at", Float, nullable=False),
    Column("meaning", String, nullable=False),
    Column("layout", Text, nullable=False),  # JSON
    Column("choices", Text, nullable=False),  # JSON
)
