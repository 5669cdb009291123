-- Where entries that are kept apart stand: from, up to, and the chain head after them. A row hangs on the journal's start, an
-- entry that is held, or another row. It tells a tablet how far its journal is kept, and a person's release what proves the next.
CREATE TABLE kept_link (
    region_id     uuid   NOT NULL,
    journal_id    uuid   NOT NULL,
    upto_seq      bigint NOT NULL,
    head_hash     bytea  NOT NULL CHECK (length(head_hash) = 32),
    from_seq      bigint NOT NULL CHECK (from_seq >= 1 AND from_seq <= upto_seq),
    reason        text   NOT NULL,
    quarantine_id uuid   NOT NULL,
    PRIMARY KEY (region_id, journal_id, upto_seq, head_hash),
    FOREIGN KEY (region_id, quarantine_id) REFERENCES quarantine (region_id, quarantine_id)
);
CREATE UNIQUE INDEX kept_link_of_body ON kept_link (region_id, quarantine_id);
CALL protect_append_only('kept_link');
