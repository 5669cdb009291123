-- A cart belongs to one browser (random id in a strictly necessary cookie) and may hold lines for several calls:
-- it is checked out call by call and never emptied because something went wrong.
CREATE TABLE cart (
    region_id  uuid        NOT NULL,
    cart_id    uuid        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, cart_id)
);
CALL protect('cart');

-- quantity: pieces, or grams where the article is sold by weight.
CREATE TABLE cart_line (
    region_id uuid        NOT NULL,
    cart_id   uuid        NOT NULL,
    call_id   uuid        NOT NULL,
    offer_id  uuid        NOT NULL,
    quantity  bigint      NOT NULL CHECK (quantity BETWEEN 1 AND 1000000),
    added_at  timestamptz NOT NULL,
    PRIMARY KEY (region_id, cart_id, call_id, offer_id),
    FOREIGN KEY (region_id, cart_id) REFERENCES cart (region_id, cart_id) ON DELETE CASCADE
);
CALL protect('cart_line');
