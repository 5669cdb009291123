-- An order is for one call. It holds its goods and its share of the van from the moment the row exists.
-- held_until: lease of a started card checkout; NULL when nothing waits for a payment any more.
-- request_hash: SHA-256 of what was asked, so that one idempotency key cannot mean two different orders.
CREATE TABLE orders (
    region_id       uuid        NOT NULL,
    order_id        uuid        NOT NULL,
    idempotency_key text        NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 100),
    request_hash    bytea       NOT NULL CHECK (length(request_hash) = 32),
    call_id         uuid        NOT NULL,
    market_day      date        NOT NULL,
    spoken_code     text        NOT NULL CHECK (length(spoken_code) = 6),
    customer_name   text        NOT NULL CHECK (length(customer_name) BETWEEN 1 AND 100),
    customer_phone  text        CHECK (length(customer_phone) <= 40),
    customer_mail   text        CHECK (length(customer_mail) <= 254),
    collector_name  text        CHECK (length(collector_name) <= 100),
    pay_by          text        NOT NULL CHECK (pay_by IN ('CARD', 'AT_VAN')),
    cart_id         uuid,
    held_until      timestamptz,
    placed_at       timestamptz NOT NULL,
    paid_at         timestamptz,
    ended_at        timestamptz,
    end_reason      text        CHECK (end_reason IN ('CUSTOMER', 'DESK', 'EXPIRED', 'PAYMENT_FAILED')),
    version         bigint      NOT NULL,
    PRIMARY KEY (region_id, order_id),
    UNIQUE (region_id, idempotency_key),
    UNIQUE (region_id, market_day, spoken_code),
    CHECK (customer_phone IS NOT NULL OR customer_mail IS NOT NULL),
    CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CHECK (held_until IS NULL OR ended_at IS NULL)
);
CALL protect('orders');
CREATE INDEX orders_by_call ON orders (region_id, call_id);
CREATE INDEX orders_by_day ON orders (region_id, market_day);
CREATE INDEX orders_by_cart ON orders (region_id, cart_id) WHERE held_until IS NOT NULL;
CREATE INDEX orders_held ON orders (region_id, held_until) WHERE held_until IS NOT NULL;

-- Everything that decides a price is frozen here when the order is placed. Four quantities and four amounts:
-- what was ordered, what the producer confirmed, what was packed, what the customer took.
-- price_cents: per piece, or per kilogram for GRAM. The deposit is beside the amounts, never inside (PAngV section 7).
CREATE TABLE order_line (
    region_id          uuid        NOT NULL,
    order_id           uuid        NOT NULL,
    line_no            int         NOT NULL CHECK (line_no BETWEEN 1 AND 100),
    market_day         date        NOT NULL,
    call_id            uuid        NOT NULL,
    offer_id           uuid        NOT NULL,
    product_id         uuid        NOT NULL,
    producer_id        uuid        NOT NULL,
    product_name       text        NOT NULL,
    unit               text        NOT NULL CHECK (unit IN ('PIECE', 'GRAM')),
    cold_class         text        NOT NULL,
    millilitres        bigint      NOT NULL CHECK (millilitres >= 0),
    price_cents        bigint      NOT NULL CHECK (price_cents >= 0),
    vat_key            int         NOT NULL,
    deposit_each_cents bigint      NOT NULL CHECK (deposit_each_cents >= 0),
    deposit_vat_key    int         NOT NULL,
    age_limit          int         NOT NULL CHECK (age_limit BETWEEN 0 AND 18),
    sale_model         text        NOT NULL,
    cut_off_at         timestamptz NOT NULL,
    state              text        NOT NULL CHECK (state IN ('PLACED', 'REQUESTED', 'CONFIRMED', 'CUT',
                           'SUBSTITUTED', 'PACKED', 'LOADED', 'HANDED_OVER', 'REFUSED', 'UNCOLLECTED', 'CANCELLED')),
    ordered            bigint      NOT NULL CHECK (ordered > 0),
    ordered_cents      bigint      NOT NULL CHECK (ordered_cents >= 0),
    confirmed          bigint      CHECK (confirmed BETWEEN 0 AND ordered),
    confirmed_cents    bigint,
    packed             bigint      CHECK (packed >= 0),
    packed_cents       bigint,
    delivered          bigint      CHECK (delivered >= 0),
    delivered_cents    bigint,
    PRIMARY KEY (region_id, order_id, line_no),
    FOREIGN KEY (region_id, order_id) REFERENCES orders (region_id, order_id) ON DELETE CASCADE,
    CHECK ((confirmed IS NULL) = (confirmed_cents IS NULL)),
    CHECK ((packed IS NULL) = (packed_cents IS NULL)),
    CHECK ((delivered IS NULL) = (delivered_cents IS NULL))
);
CALL protect('order_line');
CREATE INDEX order_line_by_producer ON order_line (region_id, market_day, producer_id);
CREATE INDEX order_line_by_offer ON order_line (region_id, offer_id);
