-- One online payment per order. Its id is fixed before Stripe hears of it; Stripe's ids are kept as soon as they are known.
-- task: what is to be done next at Stripe; a worker claims it by moving task_due_at into the future.
-- The final amount never exceeds what was authorised, captures never exceed it either, refunds never exceed captures.
CREATE TABLE payment (
    region_id        uuid        NOT NULL,
    payment_id       uuid        NOT NULL,
    order_id         uuid        NOT NULL,
    market_day       date        NOT NULL,
    checkout         text        NOT NULL CHECK (checkout IN ('AUTHORISE', 'SAVE_CARD')),
    state            text        NOT NULL CHECK (state IN ('INTENT', 'DEFERRED_DUE', 'AUTHORIZED', 'CAPTURE_DUE',
                         'CAPTURED', 'CAPTURE_FAILED', 'NEEDS_CUSTOMER', 'DECLINED', 'VOIDED', 'REFUNDED')),
    asked_cents      bigint      NOT NULL CHECK (asked_cents > 0),
    held_until       timestamptz NOT NULL,
    session_id       text,
    customer_id      text,
    method_id        text,
    intent_id        text,
    attempted_at     timestamptz,
    authorised_cents bigint      NOT NULL CHECK (authorised_cents >= 0),
    capture_before   timestamptz,
    final_cents      bigint      CHECK (final_cents BETWEEN 0 AND authorised_cents),
    captured_cents   bigint      NOT NULL CHECK (captured_cents BETWEEN 0 AND authorised_cents),
    refunded_cents   bigint      NOT NULL CHECK (refunded_cents BETWEEN 0 AND captured_cents),
    failure          text        CHECK (length(failure) <= 500),
    task             text        CHECK (task IN ('EXPIRE', 'AUTHORISE', 'CAPTURE', 'VOID', 'REFRESH')),
    task_due_at      timestamptz,
    task_attempts    int         NOT NULL,
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    PRIMARY KEY (region_id, payment_id),
    UNIQUE (region_id, order_id),
    UNIQUE (region_id, session_id),
    UNIQUE (region_id, intent_id),
    FOREIGN KEY (region_id, order_id) REFERENCES orders (region_id, order_id),
    CHECK ((task IS NULL) = (task_due_at IS NULL))
);
CALL protect('payment');
CREATE INDEX payment_tasks ON payment (region_id, task_due_at) WHERE task IS NOT NULL;
CREATE INDEX payment_by_day ON payment (region_id, market_day);

-- The ledger: what really happened at Stripe, each thing once, by the id of Stripe's object.
-- Sum of AUTHORISED = sum of CAPTURED + sum of RELEASED + what is still held.
CREATE TABLE payment_entry (
    region_id   uuid        NOT NULL,
    provider_id text        NOT NULL CHECK (length(provider_id) BETWEEN 1 AND 255),
    kind        text        NOT NULL CHECK (kind IN ('AUTHORISED', 'CAPTURED', 'RELEASED', 'REFUNDED')),
    payment_id  uuid        NOT NULL,
    cents       bigint      NOT NULL CHECK (cents > 0),
    booked_at   timestamptz NOT NULL,
    PRIMARY KEY (region_id, provider_id, kind),
    FOREIGN KEY (region_id, payment_id) REFERENCES payment (region_id, payment_id)
);
CALL protect_append_only('payment_entry');
CREATE INDEX payment_entry_by_payment ON payment_entry (region_id, payment_id);

-- refund_id comes from whoever wants the refund (an operation's id): asked twice, paid back once.
CREATE TABLE payment_refund (
    region_id   uuid        NOT NULL,
    refund_id   uuid        NOT NULL,
    payment_id  uuid        NOT NULL,
    cents       bigint      NOT NULL CHECK (cents > 0),
    provider_id text,
    due_at      timestamptz,
    attempts    int         NOT NULL,
    asked_at    timestamptz NOT NULL,
    PRIMARY KEY (region_id, refund_id),
    FOREIGN KEY (region_id, payment_id) REFERENCES payment (region_id, payment_id)
);
CALL protect('payment_refund');
CREATE INDEX payment_refund_due ON payment_refund (region_id, due_at) WHERE due_at IS NOT NULL;

-- Webhooks are stored first and worked on afterwards, in any order, each once.
CREATE TABLE stripe_event (
    region_id    uuid        NOT NULL,
    event_id     text        NOT NULL CHECK (length(event_id) BETWEEN 1 AND 255),
    type         text        NOT NULL CHECK (length(type) <= 255),
    payload      text        NOT NULL,
    received_at  timestamptz NOT NULL,
    due_at       timestamptz,
    attempts     int         NOT NULL,
    outcome      text        CHECK (outcome IN ('APPLIED', 'NOT_OURS')),
    PRIMARY KEY (region_id, event_id)
);
CALL protect('stripe_event');
CREATE INDEX stripe_event_due ON stripe_event (region_id, due_at) WHERE due_at IS NOT NULL;
