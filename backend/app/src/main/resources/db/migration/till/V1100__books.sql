-- What the tills wrote, projected from their journals. All books: nothing here is ever changed. The journal's operation is
-- the key, so an entry that arrives twice is written once. Nothing but that is unique: a chain-valid entry is never
-- rejected; a receipt number used twice becomes an office case.

CREATE TABLE receipt (
    region_id      uuid        NOT NULL REFERENCES region,
    op_id          uuid        NOT NULL,
    device_id      uuid        NOT NULL,
    till_number    int         NOT NULL,
    receipt_no     bigint      NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('SALE', 'VOID', 'DEPOSIT_RETURN', 'CASH_MOVEMENT')),
    tour_id        uuid,
    call_id        uuid,
    order_id       uuid,
    voided_op_id   uuid,
    movement       text,
    issued_at      timestamptz NOT NULL,
    total_cents    bigint      NOT NULL,
    tendered_cents bigint      NOT NULL,
    change_cents   bigint      NOT NULL,
    PRIMARY KEY (region_id, op_id)
);
CREATE INDEX receipt_by_number ON receipt (region_id, device_id, receipt_no);
CREATE INDEX receipt_by_tour ON receipt (region_id, tour_id);
CALL protect_append_only('receipt');

CREATE TABLE receipt_line (
    region_id          uuid   NOT NULL,
    op_id              uuid   NOT NULL,
    line_no            int    NOT NULL,
    kind               text   NOT NULL,
    product_id         uuid,
    unit               text   NOT NULL,
    amount             bigint NOT NULL,
    unit_price_cents   bigint NOT NULL,
    vat_key            int    NOT NULL,
    deposit_each_cents bigint NOT NULL,
    deposit_vat_key    int    NOT NULL,
    total_cents        bigint NOT NULL,
    order_line         int    NOT NULL,
    PRIMARY KEY (region_id, op_id, line_no),
    FOREIGN KEY (region_id, op_id) REFERENCES receipt (region_id, op_id)
);
CALL protect_append_only('receipt_line');

CREATE TABLE receipt_tax (
    region_id   uuid   NOT NULL,
    op_id       uuid   NOT NULL,
    vat_key     int    NOT NULL,
    gross_cents bigint NOT NULL,
    vat_cents   bigint NOT NULL,
    PRIMARY KEY (region_id, op_id, vat_key),
    FOREIGN KEY (region_id, op_id) REFERENCES receipt (region_id, op_id)
);
CALL protect_append_only('receipt_tax');

-- Cash that is expected in the drawer is the sum of all CASH rows of its till since the last closing.
CREATE TABLE receipt_payment (
    region_id    uuid   NOT NULL,
    op_id        uuid   NOT NULL,
    payment_no   int    NOT NULL,
    kind         text   NOT NULL CHECK (kind IN ('CASH', 'CARD', 'PREPAID', 'ACCOUNT')),
    amount_cents bigint NOT NULL,
    PRIMARY KEY (region_id, op_id, payment_no),
    FOREIGN KEY (region_id, op_id) REFERENCES receipt (region_id, op_id)
);
CALL protect_append_only('receipt_payment');

CREATE TABLE cash_count (
    region_id   uuid        NOT NULL REFERENCES region,
    op_id       uuid        NOT NULL,
    device_id   uuid        NOT NULL,
    kind        text        NOT NULL,
    total_cents bigint      NOT NULL,
    counted_at  timestamptz NOT NULL,
    PRIMARY KEY (region_id, op_id)
);
CALL protect_append_only('cash_count');

CREATE TABLE closing (
    region_id        uuid        NOT NULL REFERENCES region,
    op_id            uuid        NOT NULL,
    device_id        uuid        NOT NULL,
    till_number      int         NOT NULL,
    z_number         bigint      NOT NULL,
    business_day     date        NOT NULL,
    tour_id          uuid,
    expected_cents   bigint      NOT NULL,
    counted_cents    bigint      NOT NULL,
    difference_cents bigint      NOT NULL,
    first_receipt    bigint      NOT NULL,
    last_receipt     bigint      NOT NULL,
    receipt_count    bigint      NOT NULL,
    closed_at        timestamptz NOT NULL,
    PRIMARY KEY (region_id, op_id)
);
CREATE INDEX closing_by_number ON closing (region_id, device_id, z_number);
CALL protect_append_only('closing');

-- Every piece or gram that came aboard (+) or left the van (-).
CREATE TABLE stock_move (
    region_id  uuid   NOT NULL REFERENCES region,
    op_id      uuid   NOT NULL,
    line_no    int    NOT NULL,
    tour_id    uuid,
    product_id uuid   NOT NULL,
    kind       text   NOT NULL CHECK (kind IN ('LOAD', 'SALE', 'HANDOVER', 'VOID', 'SHRINKAGE', 'COUNT')),
    amount     bigint NOT NULL,
    PRIMARY KEY (region_id, op_id, line_no)
);
CREATE INDEX stock_move_by_tour ON stock_move (region_id, tour_id, product_id);
CALL protect_append_only('stock_move');
