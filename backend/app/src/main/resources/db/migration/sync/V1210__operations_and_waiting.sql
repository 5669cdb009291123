-- An operation has its effect once in a region, whatever journal brings it: a tablet recovered from its second copy and a
-- copied one bring it again. What comes again is kept, without an effect.
ALTER TABLE inbox ADD COLUMN again boolean NOT NULL DEFAULT false;
CREATE UNIQUE INDEX inbox_operation ON inbox (region_id, op_id) WHERE NOT again;

-- Entries of a type or version that this server could not read when they came; carried out once it can.
CREATE TABLE waiting_entry (
    region_id     uuid        NOT NULL,
    journal_id    uuid        NOT NULL,
    seq           bigint      NOT NULL,
    ver           int         NOT NULL,
    type          int         NOT NULL,
    noted_at      timestamptz NOT NULL,
    understood_at timestamptz,
    PRIMARY KEY (region_id, journal_id, seq),
    FOREIGN KEY (region_id, journal_id, seq) REFERENCES inbox (region_id, journal_id, seq)
);
CREATE INDEX waiting_entry_open ON waiting_entry (region_id, noted_at) WHERE understood_at IS NULL;
CALL protect('waiting_entry');

CREATE INDEX quarantine_by_device ON quarantine (region_id, device_id);
