-- What is to be handed over by a later agreement than the packing: the desk's before a van has the goods, the van's own
-- word afterwards. Beside the other four, so that what was packed stays what was packed.
ALTER TABLE order_line
    ADD COLUMN agreed       bigint CHECK (agreed >= 0),
    ADD COLUMN agreed_cents bigint CHECK (agreed_cents >= 0),
    ADD CHECK ((agreed IS NULL) = (agreed_cents IS NULL));

-- A wish to change an order while a van has its goods: nothing changes until the van answers.
CREATE TABLE order_request (
    region_id   uuid        NOT NULL,
    request_id  uuid        NOT NULL,
    order_id    uuid        NOT NULL,
    tour_id     uuid        NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('CANCEL', 'DECREASE', 'INCREASE')),
    state       text        NOT NULL CHECK (state IN ('OPEN', 'DONE', 'TOO_LATE', 'NOT_POSSIBLE')),
    asked_by    text        NOT NULL CHECK (asked_by <> ''),
    asked_at    timestamptz NOT NULL,
    answered_at timestamptz,
    PRIMARY KEY (region_id, request_id),
    FOREIGN KEY (region_id, order_id) REFERENCES orders (region_id, order_id) ON DELETE CASCADE,
    CHECK ((state = 'OPEN') = (answered_at IS NULL))
);
CALL protect('order_request');
-- One question at a time: the next wish knows the answer to the last.
CREATE UNIQUE INDEX order_request_open ON order_request (region_id, order_id) WHERE state = 'OPEN';
CREATE INDEX order_request_by_order ON order_request (region_id, order_id);
CREATE INDEX order_request_by_tour ON order_request (region_id, tour_id) WHERE state = 'OPEN';

-- wanted: pieces or grams in all, not the difference.
CREATE TABLE order_request_line (
    region_id  uuid   NOT NULL,
    request_id uuid   NOT NULL,
    line_no    int    NOT NULL CHECK (line_no BETWEEN 1 AND 100),
    wanted     bigint NOT NULL CHECK (wanted >= 0),
    PRIMARY KEY (region_id, request_id, line_no),
    FOREIGN KEY (region_id, request_id) REFERENCES order_request (region_id, request_id) ON DELETE CASCADE
);
CALL protect('order_request_line');
