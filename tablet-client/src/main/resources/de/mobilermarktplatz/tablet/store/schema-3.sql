-- Wishes of the office that were answered, and what they changed.
CREATE TABLE request_answered (
    request_id BLOB PRIMARY KEY,
    verdict    TEXT NOT NULL
) STRICT;
CREATE TABLE line_agreed (
    order_id BLOB NOT NULL,
    line_no  INTEGER NOT NULL,
    amount   INTEGER NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (order_id, line_no)
) STRICT;
-- Lies in the van, but the web sells it.
CREATE TABLE stock_given (
    product_id BLOB PRIMARY KEY,
    amount     INTEGER NOT NULL
) STRICT;
