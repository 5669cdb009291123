-- Receipts that a customer's saved card pays later, so that the permit's limits are counted without a network.
CREATE TABLE on_account (
    payment_id BLOB PRIMARY KEY,
    order_id   BLOB NOT NULL,
    cents      INTEGER NOT NULL
) WITHOUT ROWID;
