-- A tablet that was copied, forked or blocked goes on with a new journal, whose first entry names the one before and its end.
CREATE TABLE journal_parent (
    region_id   uuid        NOT NULL,
    journal_id  uuid        NOT NULL,
    parent_id   uuid        NOT NULL,
    parent_seq  bigint      NOT NULL CHECK (parent_seq >= 0),
    parent_head bytea       NOT NULL,
    noted_at    timestamptz NOT NULL,
    PRIMARY KEY (region_id, journal_id),
    FOREIGN KEY (region_id, journal_id) REFERENCES journal (region_id, journal_id)
);
CALL protect_append_only('journal_parent');
