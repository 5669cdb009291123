-- Tablets, their journals as they arrived, and what did not fit.

CREATE TABLE enrolment_code (
    region_id  uuid        NOT NULL REFERENCES region,
    code_hash  bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (region_id, code_hash)
);
CALL protect('enrolment_code');

CREATE TABLE device (
    region_id   uuid        NOT NULL REFERENCES region,
    device_id   uuid        NOT NULL,
    till_number int         NOT NULL,
    name        text        NOT NULL,
    public_key  bytea       NOT NULL CHECK (length(public_key) = 32),
    journal_id  uuid        NOT NULL,
    enrolled_at timestamptz NOT NULL,
    revoked_at  timestamptz,
    PRIMARY KEY (region_id, device_id),
    UNIQUE (region_id, till_number),
    UNIQUE (region_id, journal_id)
);
CALL protect('device');

-- start_hash: SHA-256 of the device's certificate, where the chain begins. One row is one writer's book.
CREATE TABLE journal (
    region_id  uuid   NOT NULL,
    journal_id uuid   NOT NULL,
    device_id  uuid   NOT NULL,
    start_hash bytea  NOT NULL CHECK (length(start_hash) = 32),
    acked      bigint NOT NULL,
    head_hash  bytea  NOT NULL CHECK (length(head_hash) = 32),
    PRIMARY KEY (region_id, journal_id),
    FOREIGN KEY (region_id, device_id) REFERENCES device (region_id, device_id)
);
CALL protect('journal');

CREATE TABLE inbox (
    region_id   uuid        NOT NULL,
    journal_id  uuid        NOT NULL,
    seq         bigint      NOT NULL CHECK (seq > 0),
    op_id       uuid        NOT NULL,
    entry       bytea       NOT NULL,
    hash        bytea       NOT NULL CHECK (length(hash) = 32),
    received_at timestamptz NOT NULL,
    PRIMARY KEY (region_id, journal_id, seq),
    FOREIGN KEY (region_id, journal_id) REFERENCES journal (region_id, journal_id)
);
CALL protect_append_only('inbox');

-- Batches that a human must look at: forks, bad signatures, revoked devices. Kept as they came.
CREATE TABLE quarantine (
    region_id     uuid        NOT NULL REFERENCES region,
    quarantine_id uuid        NOT NULL,
    journal_id    uuid        NOT NULL,
    device_id     uuid        NOT NULL,
    reason        text        NOT NULL,
    body          bytea       NOT NULL,
    received_at   timestamptz NOT NULL,
    PRIMARY KEY (region_id, quarantine_id)
);
CALL protect_append_only('quarantine');

-- What the office must look at because an entry was kept although it does not fit.
CREATE TABLE exception_case (
    region_id  uuid        NOT NULL REFERENCES region,
    case_id    uuid        NOT NULL,
    kind       text        NOT NULL,
    journal_id uuid        NOT NULL,
    seq        bigint      NOT NULL,
    order_id   uuid,
    detail     text        NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at  timestamptz,
    PRIMARY KEY (region_id, case_id)
);
CALL protect('exception_case');

-- Rises when this server finds out that it was restored from a backup.
CREATE TABLE sync_epoch (
    region_id uuid   NOT NULL REFERENCES region,
    epoch     bigint NOT NULL,
    PRIMARY KEY (region_id)
);
CALL protect('sync_epoch');
