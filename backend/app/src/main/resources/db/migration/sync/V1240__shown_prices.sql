-- Prices that tablets were told for a market day, and until when: what somebody was shown is what counts (sync.md 2.5).
CREATE TABLE price_shown (
    region_id   uuid        NOT NULL REFERENCES region,
    market_day  date        NOT NULL,
    product_id  uuid        NOT NULL,
    shown_from  timestamptz NOT NULL,
    price_cents bigint      NOT NULL CHECK (price_cents >= 0),
    replaced_at timestamptz,
    PRIMARY KEY (region_id, market_day, product_id, shown_from, price_cents)
);
CALL protect('price_shown');
CREATE UNIQUE INDEX price_shown_now ON price_shown (region_id, market_day, product_id) WHERE replaced_at IS NULL;
