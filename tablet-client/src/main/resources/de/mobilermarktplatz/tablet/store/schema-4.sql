-- What was forgotten: the chain goes on from this hash. Only rows up to here may go, never one after it.
CREATE TABLE base (
    slot INTEGER PRIMARY KEY CHECK (slot = 0),
    seq  INTEGER NOT NULL CHECK (seq >= 1),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
DROP TRIGGER journal_rows_never_go;
CREATE TRIGGER journal_rows_never_go BEFORE DELETE ON journal
WHEN OLD.seq > coalesce((SELECT seq FROM base), 0)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
