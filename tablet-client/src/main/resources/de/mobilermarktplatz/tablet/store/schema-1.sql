-- One row per fact. Only ever appended to: the triggers keep a careless statement from rewriting the books.
CREATE TABLE journal (
    seq       INTEGER PRIMARY KEY CHECK (seq >= 1),
    op_id     BLOB NOT NULL UNIQUE,
    entry     BLOB NOT NULL,
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    signature BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_rows_never_change BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_rows_never_go BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Text as it was issued; printed = 0 means that nobody may have seen it yet. Closings have no receipt number.
CREATE TABLE receipt (
    seq     INTEGER PRIMARY KEY REFERENCES journal (seq),
    number  INTEGER UNIQUE CHECK (number >= 1),
    name    TEXT NOT NULL UNIQUE,
    text    TEXT NOT NULL,
    printed INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Enrolment, tour and uplink: one row each, replaced as a whole.
CREATE TABLE enrolment (slot INTEGER PRIMARY KEY CHECK (slot = 0), server TEXT NOT NULL, reply BLOB NOT NULL) STRICT;
CREATE TABLE identity (slot INTEGER PRIMARY KEY CHECK (slot = 0), journal_id BLOB NOT NULL) STRICT;
CREATE TABLE tour (slot INTEGER PRIMARY KEY CHECK (slot = 0), snapshot BLOB NOT NULL) STRICT;
CREATE TABLE uplink (
    slot     INTEGER PRIMARY KEY CHECK (slot = 0),
    acked    INTEGER NOT NULL,
    durable  INTEGER NOT NULL,
    epoch    INTEGER NOT NULL,
    last_ack BLOB,
    -- server time minus this tablet's clock, so that requests carry a time the server believes
    clock_lag_ms INTEGER NOT NULL
) STRICT;

-- Projections: what the journal says, folded; they change in the transaction of their entry.
CREATE TABLE stock (product_id BLOB PRIMARY KEY, amount INTEGER NOT NULL) STRICT;
CREATE TABLE order_state (order_id BLOB PRIMARY KEY, state TEXT NOT NULL, seq INTEGER NOT NULL) STRICT;
CREATE TABLE crate_aboard (crate_id BLOB PRIMARY KEY) STRICT;
CREATE TABLE voided (op_id BLOB PRIMARY KEY) STRICT;
CREATE TABLE counter (name TEXT PRIMARY KEY, amount INTEGER NOT NULL) STRICT;
CREATE TABLE period_tax (vat_key INTEGER PRIMARY KEY, gross_cents INTEGER NOT NULL, vat_cents INTEGER NOT NULL) STRICT;
CREATE TABLE period_payment (kind TEXT PRIMARY KEY, cents INTEGER NOT NULL) STRICT;

-- The open basket. Not a fact yet; a crash turns it into an ABORT entry at the next start.
CREATE TABLE draft_line (
    position     INTEGER PRIMARY KEY CHECK (position >= 1),
    product_id   BLOB,
    deposit_kind TEXT,
    amount       INTEGER NOT NULL,
    added_ms     INTEGER NOT NULL
) STRICT;
