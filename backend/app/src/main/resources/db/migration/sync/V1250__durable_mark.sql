-- Up to where a journal would survive the loss of this server: only so far may a tablet ever forget. Follows what a
-- verified backup contained.
ALTER TABLE journal ADD COLUMN durable bigint NOT NULL DEFAULT 0 CHECK (durable >= 0 AND durable <= acked);

-- Backups that were read back and found whole, with how much of the region's journals each one covered.
CREATE TABLE verified_backup (
    region_id   uuid        NOT NULL REFERENCES region,
    name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    taken_at    timestamptz NOT NULL,
    noticed_at  timestamptz NOT NULL,
    entries     bigint      NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (region_id, name)
);
CALL protect('verified_backup');
