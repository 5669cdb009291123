-- More than one payment for an order: what is charged to the saved card after the order's own payment is through, and
-- sales on board to an account. Each has an id of its own, so each is taken at most once.
ALTER TABLE payment DROP CONSTRAINT payment_checkout_check;
ALTER TABLE payment ADD CONSTRAINT payment_checkout_check CHECK (checkout IN ('AUTHORISE', 'SAVE_CARD', 'CHARGE'));
ALTER TABLE payment ALTER COLUMN order_id DROP NOT NULL;
ALTER TABLE payment ADD CONSTRAINT payment_of_an_order CHECK (order_id IS NOT NULL OR checkout = 'CHARGE');
ALTER TABLE payment DROP CONSTRAINT payment_region_id_order_id_key;
CREATE UNIQUE INDEX payment_of_order ON payment (region_id, order_id) WHERE checkout <> 'CHARGE';
ALTER TABLE payment ADD COLUMN parent_id uuid;
ALTER TABLE payment ADD FOREIGN KEY (region_id, parent_id) REFERENCES payment (region_id, payment_id);
CREATE INDEX payment_by_parent ON payment (region_id, parent_id) WHERE parent_id IS NOT NULL;

-- Whether a refund was promised to the customer or only balances what was taken too much.
ALTER TABLE payment_refund ADD COLUMN why text NOT NULL DEFAULT 'WANTED' CHECK (why IN ('WANTED', 'ADVANCE', 'TOO_MUCH', 'UNDO'));
CREATE INDEX payment_refund_by_payment ON payment_refund (region_id, payment_id);

-- What was paid on board for an order that a card pays, by the journal's operation: told twice, counted once.
CREATE TABLE payment_on_board (
    region_id    uuid        NOT NULL,
    payment_id   uuid        NOT NULL,
    operation_id uuid        NOT NULL,
    cents        bigint      NOT NULL CHECK (cents > 0),
    told_at      timestamptz NOT NULL,
    PRIMARY KEY (region_id, payment_id, operation_id),
    FOREIGN KEY (region_id, payment_id) REFERENCES payment (region_id, payment_id)
);
CALL protect_append_only('payment_on_board');

-- What the office must settle because no card can. The id follows from what it says, so it is opened once.
CREATE TABLE payment_case (
    region_id  uuid        NOT NULL,
    case_id    uuid        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('SHORT', 'TOO_MUCH', 'CHARGE_REFUSED', 'DIFFERENCE', 'OVER_LIMIT')),
    payment_id uuid        NOT NULL,
    order_id   uuid,
    detail     text        NOT NULL CHECK (length(detail) <= 500),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, case_id)
);
CALL protect_append_only('payment_case');

-- The same form as of the other queues: a time when it is due, or none.
DROP INDEX payment_tasks;
CREATE INDEX payment_due ON payment (region_id, task_due_at) WHERE task_due_at IS NOT NULL;
