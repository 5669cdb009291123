-- The driver's PIN, as PBKDF2 hash, and how often it was typed wrongly since it was right.
CREATE TABLE pin (
    slot     INTEGER PRIMARY KEY CHECK (slot = 0),
    salt     BLOB NOT NULL,
    rounds   INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    failures INTEGER NOT NULL
) STRICT;
