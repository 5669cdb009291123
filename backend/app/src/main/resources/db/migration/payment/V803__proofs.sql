-- Every night's proof that Stripe's sums are the ledger's, by the day on which Stripe's intents were made. A run that was
-- interrupted goes on behind the cursor. Sums are net: taken less given back.
CREATE TABLE payment_proof (
    region_id      uuid        NOT NULL,
    day            date        NOT NULL,
    proved_on      date        NOT NULL,
    cursor_id      text,
    finished       boolean     NOT NULL,
    intents        bigint      NOT NULL CHECK (intents >= 0),
    provider_cents bigint      NOT NULL,
    ledger_cents   bigint      NOT NULL,
    differences    bigint      NOT NULL CHECK (differences >= 0),
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (region_id, day)
);
CALL protect('payment_proof');

-- The last night on which Stripe listed the payment's intent: what the ledger took and no night finds is a difference.
ALTER TABLE payment ADD COLUMN proved_on date;
CREATE INDEX payment_entry_by_time ON payment_entry (region_id, booked_at);
