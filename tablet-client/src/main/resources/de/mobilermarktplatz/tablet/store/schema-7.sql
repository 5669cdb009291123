-- Journals that this tablet cannot go on with: forked or blocked. They still go up, and nothing of them is lost.
CREATE TABLE old_journal (
    journal_id   BLOB PRIMARY KEY,
    server       TEXT NOT NULL,
    reply        BLOB NOT NULL,
    base_seq     INTEGER NOT NULL,
    base_hash    BLOB,
    acked        INTEGER NOT NULL,
    durable      INTEGER NOT NULL,
    epoch        INTEGER NOT NULL,
    last_ack     BLOB,
    clock_lag_ms INTEGER NOT NULL,
    kept         INTEGER NOT NULL
) STRICT;
CREATE TABLE old_entry (
    journal_id BLOB NOT NULL REFERENCES old_journal (journal_id),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    entry      BLOB NOT NULL,
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    signature  BLOB NOT NULL,
    PRIMARY KEY (journal_id, seq)
) STRICT;
CREATE TRIGGER old_entries_never_change BEFORE UPDATE ON old_entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER old_entries_never_go BEFORE DELETE ON old_entry
WHEN OLD.seq > (SELECT base_seq FROM old_journal o WHERE o.journal_id = OLD.journal_id)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- The journal that was asked for and may be this tablet's next; the same until the server has answered.
CREATE TABLE next_identity (slot INTEGER PRIMARY KEY CHECK (slot = 0), journal_id BLOB NOT NULL) STRICT;
