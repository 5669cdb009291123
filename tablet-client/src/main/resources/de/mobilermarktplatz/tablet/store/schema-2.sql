-- The driver's PIN, as PBKDF2 hash, and how often it was typed wrongly since it was right.
CREATE TABLE pin (
    slot     INTEGER PRIMARY KEY CHECK (slot = 0),
    salt     BLOB NOT NULL,
    rounds   INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    failures INTEGER NOT NULL
) STRICT;

-- How far a DEMO server moved the clock; never written in LIVE.
CREATE TABLE demo_clock (slot INTEGER PRIMARY KEY CHECK (slot = 0), offset_ms INTEGER NOT NULL) STRICT;
